"""Settings from the environment, and one clear message when they are not right."""

import os
from pathlib import Path
from typing import Annotated, Literal
from urllib.parse import urlsplit

from pydantic import AfterValidator, BeforeValidator, SecretStr, ValidationError
from pydantic_settings import BaseSettings, SettingsConfigDict

TELEGRAM = "https://api.telegram.org"

_FIX = {
    "token": "het token van je bot, van @BotFather, zoals 123456789:AA…",
    "api_url": f"het adres van een Bot API-server, zonder /bot… erachter, zoals {TELEGRAM}",
    "data": "een map waar Praatmaat alles mag bewaren; hij moet beschrijfbaar zijn",
    "key_file": "het bestand met de hoofdsleutel; maak er een met: praatmaat key new BESTAND",
    "log_level": "een van debug, info, warning of error",
    "clock_offset_file": f"alleen voor de demo: laat deze weg bij {TELEGRAM}",
}


class BadSettings(Exception):
    """Settings are missing or wrong; the text names each and its fix, in Dutch, without the value given."""

    exit_code = 2


def _token(value: SecretStr) -> SecretStr:
    number, colon, secret = value.get_secret_value().strip().partition(":")
    if not (number.isascii() and number.isdigit() and colon and secret):
        raise ValueError("token")
    if not all(letter.isascii() and (letter.isalnum() or letter in "_-") for letter in secret):
        raise ValueError("token")
    return SecretStr(f"{number}:{secret}")


def _url(value: str) -> str:
    parts = urlsplit(value)
    if parts.scheme not in ("http", "https") or not parts.hostname or parts.query or "/bot" in parts.path:
        raise ValueError("url")
    return value.rstrip("/")


def _folder(value: Path) -> Path:
    try:
        value.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError as error:
        raise ValueError("folder") from error
    if not os.access(value, os.R_OK | os.W_OK | os.X_OK):
        raise ValueError("folder")
    return value


def _lower(value: object) -> object:
    return value.lower() if isinstance(value, str) else value


class Settings(BaseSettings):
    """What an operator sets; the README lists them under these names with PRAATMAAT_ before it."""

    model_config = SettingsConfigDict(env_prefix="PRAATMAAT_", env_ignore_empty=True, frozen=True, extra="ignore")

    token: Annotated[SecretStr, AfterValidator(_token)]
    api_url: Annotated[str, AfterValidator(_url)] = TELEGRAM
    data: Annotated[Path, AfterValidator(_folder)]
    key_file: Path
    log_level: Annotated[Literal["debug", "info", "warning", "error"], BeforeValidator(_lower)] = "info"
    clock_offset_file: Path | None = None

    @property
    def database(self) -> Path:
        """The one file all is kept in."""
        return self.data / "praatmaat.db"

    @property
    def is_real_telegram(self) -> bool:
        """Whether real people are at the other end."""
        host = urlsplit(self.api_url).hostname or ""
        return host == "telegram.org" or host.endswith(".telegram.org")


def load() -> Settings:
    """Read the environment; raises BadSettings."""
    try:
        settings = Settings()  # type: ignore[call-arg]  # the values come from the environment
    except ValidationError as error:
        problems = {str(one["loc"][0]): one["type"] == "missing" for one in error.errors()}
        raise BadSettings(_message(problems)) from None  # pydantic's own text repeats the values
    if settings.clock_offset_file is not None and settings.is_real_telegram:
        raise BadSettings(_message({"clock_offset_file": False}))
    return settings


def _message(problems: dict[str, bool]) -> str:
    lines = ["Praatmaat kan niet starten. Zet deze instellingen goed:"]
    for name, fix in _FIX.items():
        if name in problems:
            state = "ontbreekt" if problems[name] else "klopt niet"
            lines.append(f"  PRAATMAAT_{name.upper()} {state}: {fix}")
    return "\n".join(lines)
