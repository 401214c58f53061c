"""Lines become text only here: in the reader's language, every value escaped, words opened only for who may read."""

import logging
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Protocol, assert_never

from bot import markup
from bot.keys import Forgotten, Vault
from bot.storage import circles, people, words
from bot.storage.database import Tx
from bot.strings import Strings
from flows.line import Count, Day, Line, Lines, People, Quote, Value, Who, Word
from flows.names import CircleId, Form, Language, MemberId, Role, TextKey, WordsId
from flows.schools import PLAIN, School, Wording, stands_for_all
from flows.texts import HOME, PLACEHOLDER, REFERENCE, Texts, shown

log = logging.getLogger(__name__)

UI = "ui/"
_EMPTY = Texts({HOME: {}})
GAP = "…"  # stands where a text or a value is missing: a send must not fail for it


@dataclass(frozen=True, slots=True, kw_only=True)
class Reader:
    """Who reads: a group (`member` None) or one person. `texts`: the revision the message belongs to.

    `school`: whose words it is said in; None for those of the circle's own kind of school.
    """

    language: Language
    circle: CircleId | None = None
    member: MemberId | None = None
    group: bool = False
    texts: Texts | None = None
    school: School | None = None


@dataclass(frozen=True)
class Renderer:
    """Renders for any reader; holds the keys, so it is made once, where the parts are wired."""

    vault: Vault
    strings: Strings
    reference: Texts = _EMPTY
    schools: Mapping[School, Wording] = field(default_factory=dict)

    def html(self, tx: Tx, line: Line, reader: Reader, more: Mapping[str, Value] | None = None) -> str:
        """The line as HTML for Telegram, with `more` values beside its own. Never fails for a missing text."""
        return self._for(tx, reader).line(line, more or {})

    def plain(self, tx: Tx, line: Line, reader: Reader) -> str:
        """The line as visible text, for alerts."""
        return markup.plain(self.html(tx, line, reader))

    def label(self, tx: Tx, line: Line, reader: Reader) -> str:
        """The line as it stands on a keyboard; what a person's tap on it sends back is compared with this."""
        return " ".join(markup.bare(self.html(tx, line, reader)).split()) or GAP

    def name(self, tx: Tx, member: MemberId, reader: Reader) -> str:
        """A member's name as HTML; 'iemand' when it was erased."""
        return self._for(tx, reader).name(member)

    def variant(self, line: Line, ending: str) -> Line:
        """The line under its key with `ending` behind it, where there is such a string."""
        key = f"{line.key}{ending}"
        return Line(TextKey(key), line.args) if key.startswith(UI) and self.strings.has(key[len(UI) :]) else line

    def differs(self, text: str) -> bool:
        """Whether there is a word in it that one kind of school says and another does not."""
        return any(wording.has(text) for wording in self.schools.values())

    def _for(self, tx: Tx, reader: Reader) -> "Rendering":
        return Rendering(self.strings, reader, _Stored(tx, self.vault, reader), self.reference, self.schools)


class Known(Protocol):
    """What can be known of the people in a text."""

    def name(self, member: MemberId) -> str:
        """What a member is called; empty when that was erased."""
        ...

    def spoken(self, id: WordsId) -> words.Spoken | None:
        """What someone said, if the reader may read it."""
        ...

    def child(self) -> str | None:
        """What the circle calls the child; None when it chose no name."""
        ...

    def outside(self) -> bool:
        """Whether the reader is not of the family."""
        ...

    def team(self) -> bool:
        """Whether the circle is a team, with no child there."""
        ...

    def school(self) -> School:
        """What kind of school the circle is around."""
        ...


@dataclass(frozen=True)
class _Stored:
    """What stands in the database, for one reader."""

    tx: Tx
    vault: Vault
    reader: Reader

    def name(self, member: MemberId) -> str:
        return people.name_of(self.tx, self.vault, member)

    def spoken(self, id: WordsId) -> words.Spoken | None:
        return open_words(self.tx, self.vault, id, self.reader)

    def child(self) -> str | None:
        circle = self.reader.circle
        return people.child_of(self.tx, self.vault, circle) if circle is not None else None

    def outside(self) -> bool:
        member = people.member(self.tx, self.reader.member) if self.reader.member is not None else None
        return member is not None and member.role not in (Role.PARENT, Role.PUPIL)

    def team(self) -> bool:
        found = circles.circle(self.tx, self.reader.circle) if self.reader.circle is not None else None
        return found is not None and found.kind is circles.CircleKind.TEAM

    def school(self) -> School:
        return circles.school_of(self.tx, self.reader.circle)


@dataclass
class Rendering:
    """One line for one reader."""

    strings: Strings
    reader: Reader
    known: Known
    reference: Texts = _EMPTY
    schools: Mapping[School, Wording] = field(default_factory=dict)
    _circle: dict[str, str] = field(default_factory=dict)

    def line(self, line: Line, more: Mapping[str, Value]) -> str:
        return self.text(line.key, {**line.args, **more})

    def text(self, key: TextKey, args: Mapping[str, Value]) -> str:
        if key.startswith(UI):
            return self.string(key[len(UI) :], {name: self.value(value) for name, value in args.items()})
        if key.startswith(REFERENCE):
            return self.of(self.reference, TextKey(key[len(REFERENCE) :]), args)
        return self.of(self.reader.texts, key, args)

    def string(self, key: str, args: Mapping[str, str | int]) -> str:
        if key == "rol-steunfiguur" and self.known.team():
            key = "rol-gast"
        if key not in ("jullie-kind", "dit-kind", "een-kind", "de-groep", "de-groep-rond", "het-team"):
            args = {"kind": self.kind(), "kring": self.kring(), **args}
        try:
            said = self.strings.say(self.reader.language, key, args, self.wording)
        except KeyError:
            log.error("alarm: no string %s", key)
            return GAP
        if said.missing:
            log.error("alarm: string %s misses %d values", key, len(said.missing))
        return said.text

    def of(self, texts: Texts | None, key: TextKey, args: Mapping[str, Value]) -> str:
        try:
            if texts is None:
                raise KeyError(key)
            template = texts.get(self.reader.language, key)
            if texts is not self.reference or not stands_for_all(key):
                template = self.wording.said(template, texts.language_of(self.reader.language, key))
        except KeyError:
            log.error("alarm: no text %s", key)
            return GAP

        def fill(place: re.Match[str]) -> str:
            name = place[1]
            if name in args:
                return str(self.value(args[name]))
            if name in ("kind", "kring"):
                return self.kind() if name == "kind" else self.kring()
            log.error("alarm: text %s misses a value", key)
            return GAP

        return PLACEHOLDER.sub(fill, shown(template, {*args, "kind", "kring"}))

    @cached_property
    def wording(self) -> Wording:
        """The words of the reader's kind of school: for what editors wrote, never for what people say or are called."""
        return self.schools.get(self.reader.school or self.known.school(), PLAIN)

    def value(self, value: Value) -> str | int:
        match value:
            case Who(member=member):
                return self.name(member)
            case People(members=members):
                known = [member for member in members if self.known.name(member)]
                return self.several([self.name(member) for member in known or members[:1]])
            case Quote(words=ids):
                return "\n".join(said for id in ids if (said := self.quote(id)))
            case Day(day=day):
                return self.string("datum", {"weekdag": day.isoweekday(), "dag": day.day, "maand": day.month})
            case Count(n=n):
                return n
            case Word(key=key):
                return self.text(key, {})
            case Lines(lines=lines):
                return "\n".join(self.line(line, {}) for line in lines)
            case _:
                assert_never(value)

    def name(self, member: MemberId) -> str:
        name = markup.safe_name(self.known.name(member))
        return name or self.string("iemand", {})

    def several(self, names: Sequence[str]) -> str:
        if len(names) < 2:
            return "".join(names)
        return self.string("en", {"eerste": ", ".join(names[:-1]), "laatste": names[-1]})

    def quote(self, id: WordsId) -> str:
        """What someone said, if this reader may read it; else a gap and an alarm."""
        spoken = self.known.spoken(id)
        if spoken is None:
            return GAP
        return said_as_text(spoken, lambda key: self.string(key, {}))

    def kind(self) -> str:
        """The child, as this circle calls them; a teacher does not read that it is theirs. A team has none."""
        if self.known.team():
            return self.string("een-kind", {})
        return self._nickname() or self.string("dit-kind" if self.known.outside() else "jullie-kind", {})

    def kring(self) -> str:
        """The circle, told apart by the child's nickname."""
        if self.known.team():
            return self.string("het-team", {})
        name = self._nickname()
        return self.string("de-groep-rond", {"kind": name}) if name else self.string("de-groep", {})

    def _nickname(self) -> str:
        if "child" not in self._circle:
            child = self.known.child()
            self._circle["child"] = markup.safe_name(child) if child else ""
        return self._circle["child"]


def open_words(tx: Tx, vault: Vault, id: WordsId, reader: Reader) -> words.Spoken | None:
    """Words for this reader; None when they are erased, or sealed for them (which should not have been asked)."""
    as_whom: words.Owner | words.Circle
    if reader.member is not None:
        as_whom = words.Owner(reader.member)
    elif reader.group and reader.circle is not None:
        as_whom = words.Circle(reader.circle)
    else:
        log.error("alarm: words asked for by nobody in particular")
        return None
    try:
        return words.read(tx, vault, id, reader=as_whom)
    except words.Sealed:
        log.error("alarm: a line quotes words its reader may not see")
    except Forgotten:
        pass
    return None


def said_as_text(spoken: words.Spoken, string: Callable[[str], str]) -> str:
    """What can be shown of it in writing: the text, or what kind of thing it is with its caption."""
    text = markup.safe(spoken.text)
    match spoken.form:
        case Form.TEXT:
            return text
        case Form.VOICE:
            return "\n".join(part for part in (string("een-spraakbericht"), text) if part)
        case Form.PHOTO:
            return "\n".join(part for part in (string("een-foto"), text) if part)
        case _:
            assert_never(spoken.form)
