"""Whether each translation says what the Dutch says now: nothing stale, nothing missing, nothing too much."""

from collections.abc import Iterator, Mapping

from flows.names import TextKey
from flows.problems import Code, Placed, Problem, did_you_mean
from flows.source import Content
from flows.source.translations import mark


def missing(content: Content) -> Iterator[Problem]:
    """Every text is translated into every published language."""
    for language in content.languages:
        made = {t.original: t for t in content.translations if t.language == language}
        for path, dutch in originals(content).items():
            own = f"translations/{language}/{path}"
            if path in made:
                for key in dutch.keys() - made[path].texts.keys():
                    what = f"'{key}' is nog niet vertaald; zet het in {own}, met 'of: {mark(dutch[key].text)}'"
                    yield Problem(dutch[key].at, Code.TRANSLATION_MISSING, what)
            elif own not in content.paths:
                what = f"dit bestand is nog niet vertaald; maak {own}"
                yield Problem(next(iter(dutch.values())).at, Code.TRANSLATION_MISSING, what)


def stale(content: Content) -> Iterator[Problem]:
    """Every translation into a published language was made of the Dutch as it is now."""
    dutch = originals(content)
    for translation in content.translations:
        if translation.language not in content.languages:
            continue
        for key, one in translation.texts.items():
            original = dutch.get(translation.original, {}).get(key)
            if original is not None and one.mark.text != mark(original.text):
                what = f"het Nederlands is veranderd; vertaal '{key}' opnieuw en schrijf 'of: {mark(original.text)}'"
                yield Problem(one.mark.at, Code.TRANSLATION_STALE, what)


def surplus(content: Content) -> Iterator[Problem]:
    """Nothing is translated that is not there."""
    dutch = originals(content)
    for translation in content.translations:
        if translation.original not in content.paths:
            what = f"er is geen {translation.original}; haal dit bestand weg, of geef het die naam"
            yield Problem(translation.at, Code.TRANSLATION_SURPLUS, what)
        elif translation.original in dutch:
            known = dutch[translation.original]
            for key in translation.texts.keys() - known.keys():
                what = f"'{key}' is er niet in {translation.original}{did_you_mean(key, known)}"
                yield Problem(translation.texts[key].key, Code.TRANSLATION_SURPLUS, what)


def originals(content: Content) -> Mapping[str, Mapping[TextKey, Placed]]:
    """Everything to translate, by file."""
    return {
        **{path: written.own_texts for path, written in content.written.items()},
        **{path: card.texts for path, card in content.cards.items()},
        **content.tips,
        **content.reference,
    }
