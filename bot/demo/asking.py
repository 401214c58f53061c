"""The methods with which the bot asks something: updates, chats, members and files."""

from __future__ import annotations

import re

from bot.demo.markup import units
from bot.demo.membership import bot_leaves
from bot.demo.model import ChatKind, Json, JsonObject, bad_request
from bot.demo.params import Params
from bot.demo.sending import reachable_chat
from bot.demo.wire import chat_full_json, me_json, member_json
from bot.demo.world import World

LARGEST_DOWNLOAD = 20 << 20
_ACTIONS = frozenset(
    {"typing", "upload_photo", "record_video", "upload_video", "record_voice", "upload_voice"}
    | {"upload_document", "choose_sticker", "find_location", "record_video_note", "upload_video_note"}
)


def get_me(world: World, params: Params) -> JsonObject:
    """getMe."""
    return me_json(world)


async def get_updates(world: World, params: Params) -> list[Json]:
    """getUpdates."""
    kinds = params.json("allowed_updates")
    if isinstance(kinds, list):
        world.updates.remember_allowed([kind for kind in kinds if isinstance(kind, str)])
    return await world.updates.poll(
        offset=params.number("offset") or 0,
        limit=params.number("limit") or 100,
        timeout=params.number("timeout") or 0,
    )


def delete_webhook(world: World, params: Params) -> Json:
    """deleteWebhook; there never is one here."""
    if params.flag("drop_pending_updates"):
        world.updates.forget_all()
    return True


def get_webhook_info(world: World, params: Params) -> JsonObject:
    """getWebhookInfo."""
    return {"url": "", "has_custom_certificate": False, "pending_update_count": len(world.updates)}


def set_my_commands(world: World, params: Params) -> Json:
    """setMyCommands, kept per scope and language."""
    commands = params.json("commands")
    if not isinstance(commands, list) or len(commands) > 100:
        raise bad_request("expected an Array of at most 100 BotCommand")
    for item in commands:
        name = item.get("command") if isinstance(item, dict) else None
        told = item.get("description") if isinstance(item, dict) else None
        if not isinstance(name, str) or not re.fullmatch(r"/?[a-z0-9_]{1,32}", name):
            raise bad_request("BOT_COMMAND_INVALID")
        if not isinstance(told, str) or not 1 <= units(told) <= 256:
            raise bad_request("BOT_COMMAND_DESCRIPTION_INVALID")
    world.commands[_commands_key(params)] = commands
    return True


def get_my_commands(world: World, params: Params) -> Json:
    """getMyCommands."""
    return world.commands.get(_commands_key(params), [])


def _commands_key(params: Params) -> str:
    return f"{params.json('scope') or {'type': 'default'}} {params.text('language_code') or ''}"


def get_chat(world: World, params: Params) -> JsonObject:
    """getChat."""
    return chat_full_json(world, reachable_chat(world, params))


def get_chat_member(world: World, params: Params) -> JsonObject:
    """getChatMember."""
    chat = reachable_chat(world, params)
    user_id = params.number("user_id") or 0
    if user_id != world.bot_id and user_id not in world.users:
        raise bad_request("PARTICIPANT_ID_INVALID" if chat.kind is ChatKind.SUPERGROUP else "user not found")
    return member_json(world, chat, user_id)


def get_chat_member_count(world: World, params: Params) -> Json:
    """getChatMemberCount; bots are counted too."""
    chat = reachable_chat(world, params)
    return 2 if chat.kind is ChatKind.PRIVATE else len(chat.members) + 1


def leave_chat(world: World, params: Params) -> Json:
    """leaveChat."""
    chat = reachable_chat(world, params)
    if chat.kind is ChatKind.PRIVATE:
        raise bad_request("chat member status can't be changed in private chats")
    bot_leaves(world, chat)
    return True


def send_chat_action(world: World, params: Params) -> Json:
    """sendChatAction."""
    chat = reachable_chat(world, params)
    if params.text("action") not in _ACTIONS:
        raise bad_request("wrong parameter action in request")
    world.tell("typing", chat_id=chat.id)
    return True


def get_file(world: World, params: Params) -> JsonObject:
    """getFile."""
    file = world.files.get(params.text("file_id") or "")
    if file is None:
        raise bad_request("wrong file_id or the file is temporarily unavailable")
    if len(file.data) > LARGEST_DOWNLOAD:
        raise bad_request("file is too big")
    return {
        "file_id": file.file_id,
        "file_unique_id": file.unique_id,
        "file_size": len(file.data),
        "file_path": file.path,
    }
