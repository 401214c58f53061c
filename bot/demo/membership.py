"""Who is in which chat: adding, leaving, kicking, blocking, and groups that become supergroups."""

from __future__ import annotations

from bot.demo.model import BotStatus, Chat, ChatKind, Json, JsonObject, Message, MessageKind, NotPossible
from bot.demo.wire import chat_json, member_json, message_json, status_json, user_json
from bot.demo.world import World


def _service(world: World, chat: Chat, by: int, extra: JsonObject) -> Message:
    return world.post(chat, by, MessageKind.SERVICE, extra=extra)


def _tell_bot(world: World, message: Message) -> None:
    world.updates.add("message", message_json(world, message))


def _changed(world: World, chat: Chat, by: int, old: JsonObject, new: JsonObject) -> JsonObject:
    return {
        "chat": chat_json(world, chat),
        "from": user_json(world, by),
        "date": world.stamp(),
        "old_chat_member": old,
        "new_chat_member": new,
    }


def _bot_becomes(world: World, chat: Chat, by: int, status: BotStatus) -> None:
    """Changes the bot's own place and tells it so with `my_chat_member`."""
    old = member_json(world, chat, world.bot_id)
    chat.bot = status
    chat.known_to_bot = True
    new = member_json(world, chat, world.bot_id)
    world.updates.add("my_chat_member", _changed(world, chat, by, old, new))
    world.tell("chat", chat_id=chat.id)


def _group(world: World, chat_id: int) -> Chat:
    chat = world.chat(chat_id)
    if chat.kind is ChatKind.PRIVATE:
        raise NotPossible(f"chat {chat_id} is a private chat")
    if chat.migrated_to is not None:
        raise NotPossible(f"chat {chat_id} became {chat.migrated_to}")
    return chat


def add_bot(world: World, chat_id: int, by: int) -> None:
    """A member puts the bot in the group."""
    chat = _group(world, chat_id)
    if by not in chat.members:
        raise NotPossible("only a member can add the bot")
    if chat.bot.inside:
        raise NotPossible("the bot is in this group already")
    _bot_becomes(world, chat, by, BotStatus.MEMBER)
    newcomers: list[Json] = [user_json(world, world.bot_id)]
    _tell_bot(world, _service(world, chat, by, {"new_chat_members": newcomers}))


def kick_bot(world: World, chat_id: int, by: int) -> None:
    """A member removes the bot from the group."""
    chat = _group(world, chat_id)
    if not chat.bot.inside:
        raise NotPossible("the bot is not in this group")
    _bot_becomes(world, chat, by, BotStatus.KICKED)
    message = _service(world, chat, by, {"left_chat_member": user_json(world, world.bot_id)})
    if chat.kind is ChatKind.GROUP:
        # A supergroup shows this message only to those who are still in it.
        _tell_bot(world, message)


def bot_leaves(world: World, chat: Chat) -> None:
    """The bot leaves by itself."""
    _bot_becomes(world, chat, world.bot_id, BotStatus.LEFT)
    _service(world, chat, world.bot_id, {"left_chat_member": user_json(world, world.bot_id)})


def make_admin(world: World, chat_id: int, user_id: int, by: int) -> None:
    """Makes a person or the bot an administrator of the group."""
    chat = _group(world, chat_id)
    if user_id == world.bot_id:
        if not chat.bot.inside:
            raise NotPossible("the bot is not in this group")
        _bot_becomes(world, chat, by, BotStatus.ADMINISTRATOR)
        return
    if user_id not in chat.members:
        raise NotPossible(f"user {user_id} is not in this group")
    old = member_json(world, chat, user_id)
    chat.admins.add(user_id)
    _member_changed(world, chat, by, old, member_json(world, chat, user_id))


def _member_changed(world: World, chat: Chat, by: int, old: JsonObject, new: JsonObject) -> None:
    """Only an administrator hears of changes of other members in this way."""
    if chat.bot is BotStatus.ADMINISTRATOR:
        world.updates.add("chat_member", _changed(world, chat, by, old, new))
    world.tell("chat", chat_id=chat.id)


def add_member(world: World, chat_id: int, user_id: int, by: int | None = None) -> None:
    """Someone comes in the group: added by a member, or by themselves through a link."""
    chat = _group(world, chat_id)
    world.user(user_id)
    if user_id in chat.members:
        raise NotPossible(f"user {user_id} is in this group already")
    if by is not None and by not in chat.members:
        raise NotPossible("only a member can add someone")
    old = member_json(world, chat, user_id)
    chat.members.append(user_id)
    actor = user_id if by is None else by
    _member_changed(world, chat, actor, old, member_json(world, chat, user_id))
    newcomers: list[Json] = [user_json(world, user_id)]
    message = _service(world, chat, actor, {"new_chat_members": newcomers})
    if world.bot_sees(message):
        _tell_bot(world, message)


def remove_member(world: World, chat_id: int, user_id: int, by: int | None = None) -> None:
    """Someone leaves the group, or is removed by another member."""
    chat = _group(world, chat_id)
    if user_id not in chat.members:
        raise NotPossible(f"user {user_id} is not in this group")
    old = member_json(world, chat, user_id)
    actor = user_id if by is None else by
    chat.members.remove(user_id)
    chat.admins.discard(user_id)
    status = BotStatus.LEFT if actor == user_id else BotStatus.KICKED
    _member_changed(world, chat, actor, old, status_json(user_json(world, user_id), status, chat.kind))
    message = _service(world, chat, actor, {"left_chat_member": user_json(world, user_id)})
    if world.bot_sees(message):
        _tell_bot(world, message)


def _private_change(world: World, user_id: int, before: BotStatus, after: BotStatus) -> None:
    chat = world.private_chat(user_id)
    bot = user_json(world, world.bot_id)
    old = status_json(bot, before, ChatKind.PRIVATE)
    new = status_json(bot, after, ChatKind.PRIVATE)
    world.updates.add("my_chat_member", _changed(world, chat, user_id, old, new))
    world.tell("chat", chat_id=user_id)


def block(world: World, user_id: int) -> None:
    """Someone stops the bot in their private chat."""
    user = world.user(user_id)
    if user.blocked:
        raise NotPossible(f"{user.first_name} blocked the bot already")
    if not user.started:
        raise NotPossible(f"{user.first_name} never opened the bot")
    user.blocked = True
    _private_change(world, user_id, BotStatus.MEMBER, BotStatus.KICKED)


def unblock(world: World, user_id: int) -> None:
    """Someone lets the bot in again."""
    user = world.user(user_id)
    if not user.blocked:
        raise NotPossible(f"{user.first_name} did not block the bot")
    user.blocked = False
    _private_change(world, user_id, BotStatus.KICKED, BotStatus.MEMBER)


def migrate(world: World, chat_id: int) -> int:
    """A group becomes a supergroup with a new id, in which message ids start again; returns that id."""
    old = _group(world, chat_id)
    if old.kind is not ChatKind.GROUP:
        raise NotPossible(f"chat {chat_id} is no basic group")
    new = world.add_group(old.title, old.owner, ChatKind.SUPERGROUP)
    new.members = list(old.members)
    new.admins = set(old.admins)
    new.bot = old.bot
    new.known_to_bot = old.known_to_bot
    new.username = old.username
    old.migrated_to = new.id
    for message in (
        _service(world, old, old.owner, {"migrate_to_chat_id": new.id}),
        _service(world, new, old.owner, {"migrate_from_chat_id": old.id}),
    ):
        if world.bot_sees(message):
            _tell_bot(world, message)
    world.tell("chat", chat_id=old.id)
    return new.id
