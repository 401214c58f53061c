"""The model in the Bot API's own JSON."""

from __future__ import annotations

from bot.demo.keyboards import inline_json
from bot.demo.model import (
    BotStatus,
    Chat,
    ChatKind,
    Entity,
    InlineKeyboard,
    Json,
    JsonObject,
    Message,
    MessageKind,
    StoredFile,
)
from bot.demo.world import World, small_id

PHOTO_SIDE = 800
_RIGHTS = (
    ("can_manage_chat", True),
    ("can_delete_messages", True),
    ("can_manage_video_chats", True),
    ("can_restrict_members", True),
    ("can_promote_members", False),
    ("can_change_info", True),
    ("can_invite_users", True),
    ("can_post_stories", False),
    ("can_edit_stories", False),
    ("can_delete_stories", False),
    ("can_send_welcome_messages", False),
    ("can_pin_messages", True),
)


def user_json(world: World, user_id: int) -> JsonObject:
    """A User; the bot itself without the flags that only getMe tells."""
    if user_id == world.bot_id:
        return {"id": user_id, "is_bot": True, "first_name": world.first_name, "username": world.username}
    user = world.user(user_id)
    told: JsonObject = {"id": user.id, "is_bot": False, "first_name": user.first_name}
    if user.language_code:
        told["language_code"] = user.language_code
    return told


def me_json(world: World) -> JsonObject:
    """The answer to getMe, with the settings the bot insists on at start-up."""
    return {
        **user_json(world, world.bot_id),
        "can_join_groups": True,
        "can_read_all_group_messages": False,
        "supports_guest_queries": False,
        "supports_inline_queries": False,
        "can_connect_to_business": False,
        "has_main_web_app": False,
        "has_topics_enabled": False,
        "allows_users_to_create_topics": False,
        "can_manage_bots": False,
        "supports_join_request_queries": False,
    }


def chat_json(world: World, chat: Chat) -> JsonObject:
    """A Chat."""
    if chat.kind is ChatKind.PRIVATE:
        return {"id": chat.id, "type": "private", "first_name": world.user(chat.id).first_name}
    told: JsonObject = {"id": chat.id, "type": chat.kind.value, "title": chat.title}
    if chat.username:
        told["username"] = chat.username
    return told


def chat_full_json(world: World, chat: Chat) -> JsonObject:
    """A ChatFullInfo."""
    told = chat_json(world, chat)
    gifts: JsonObject = {
        "unlimited_gifts": False,
        "limited_gifts": False,
        "unique_gifts": False,
        "premium_subscription": False,
        "gifts_from_channels": False,
    }
    told |= {"accent_color_id": 3, "max_reaction_count": 11, "accepted_gift_types": gifts}
    if chat.kind is not ChatKind.PRIVATE:
        told["permissions"] = {"can_send_messages": True, "can_invite_users": True}
    return told


def member_json(world: World, chat: Chat, user_id: int) -> JsonObject:
    """A ChatMember: of the bot or of a person, as they stand now."""
    user = user_json(world, user_id)
    if user_id == world.bot_id:
        return status_json(user, chat.bot, chat.kind)
    if user_id == chat.owner and user_id in chat.members:
        return {"status": "creator", "user": user, "is_anonymous": False}
    if user_id not in chat.members:
        return status_json(user, BotStatus.LEFT, chat.kind)
    return status_json(user, BotStatus.ADMINISTRATOR if user_id in chat.admins else BotStatus.MEMBER, chat.kind)


def status_json(user: JsonObject, status: BotStatus, kind: ChatKind) -> JsonObject:
    """A ChatMember with this status."""
    match status:
        case BotStatus.ADMINISTRATOR:
            told: JsonObject = {"status": "administrator", "user": user}
            return told | {"can_be_edited": False, "is_anonymous": False} | dict(_RIGHTS)
        case BotStatus.KICKED if kind is not ChatKind.GROUP:
            return {"status": "kicked", "user": user, "until_date": 0}
        case BotStatus.MEMBER:
            return {"status": "member", "user": user}
        case _:
            return {"status": "left", "user": user}


def message_json(world: World, message: Message, *, with_reply: bool = True) -> JsonObject:
    """A Message, or an InaccessibleMessage when it was deleted."""
    chat = world.chats[message.chat_id]
    if message.deleted:
        return {"chat": chat_json(world, chat), "message_id": message.message_id, "date": 0}
    told: JsonObject = {
        "message_id": message.message_id,
        "from": user_json(world, message.sender),
        "chat": chat_json(world, chat),
        "date": message.date,
    }
    if message.edited_at is not None:
        told["edit_date"] = message.edited_at
    answered = chat.messages.get(message.reply_to or 0)
    if with_reply and answered is not None and not answered.deleted:
        told["reply_to_message"] = message_json(world, answered, with_reply=False)
    if message.protected:
        told["has_protected_content"] = True
    told |= message.extra
    told |= _content(world, message)
    if isinstance(message.markup, InlineKeyboard):
        told["reply_markup"] = inline_json(message.markup)
    return told


def _content(world: World, message: Message) -> JsonObject:
    told: JsonObject = {}
    entities: list[Json] = [entity_json(world, entity) for entity in message.entities if _told(world, entity)]
    if message.kind is MessageKind.TEXT:
        told["text"] = message.text
        if entities:
            told["entities"] = entities
    elif message.text:
        told["caption"] = message.text
        if entities:
            told["caption_entities"] = entities
    if message.file is not None:
        told[message.file.kind.value] = file_json(message.file)
    return told


def _told(world: World, entity: Entity) -> bool:
    """A mention of an account Telegram does not know stays plain text."""
    return entity.user is None or entity.user in world.users or entity.user == world.bot_id


def entity_json(world: World, entity: Entity) -> JsonObject:
    """A MessageEntity."""
    told: JsonObject = {"type": entity.type, "offset": entity.offset, "length": entity.length}
    if entity.url is not None:
        told["url"] = entity.url
    if entity.language:
        told["language"] = entity.language
    if entity.user is not None:
        told["user"] = user_json(world, entity.user)
    return told


def file_json(file: StoredFile) -> Json:
    """A Voice, Document or Sticker, or an Array of PhotoSize."""
    told: JsonObject = {
        "file_id": file.file_id,
        "file_unique_id": file.unique_id,
        "file_size": len(file.data),
    }
    match file.kind:
        case MessageKind.VOICE:
            return told | {"duration": file.seconds, "mime_type": file.mime}
        case MessageKind.PHOTO:
            # The small size comes first and has its own ids, as on the real server.
            small = told | {"file_id": small_id(file.file_id), "file_unique_id": small_id(file.unique_id)}
            return [
                small | {"width": PHOTO_SIDE // 4, "height": PHOTO_SIDE // 4},
                told | {"width": PHOTO_SIDE, "height": PHOTO_SIDE},
            ]
        case MessageKind.STICKER:
            sticker: JsonObject = {"type": "regular", "width": 512, "height": 512, "emoji": file.emoji}
            return told | sticker | {"is_animated": False, "is_video": False}
        case _:
            return told | {"file_name": file.name, "mime_type": file.mime}
