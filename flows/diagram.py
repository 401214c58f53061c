"""A flow as a drawing, for the manual and the preview: as Mermaid, and as an SVG that needs no network to be seen."""

from collections.abc import Mapping
from html import escape

from flows.checks.graph import ways
from flows.flow import Flow
from flows.steps import Step

_END = "einde"
_WIDE, _HIGH, _PITCH, _EDGE = 190, 30, 62, 6  # of a box, of its line in the drawing, and around the drawing


def mermaid(flow: Flow) -> str:
    """The steps from top to bottom, with how each ends written on the way to the next."""
    lines = ["flowchart TD"]
    for step in flow.steps:
        lines.append(f'    {_box(flow, step)}["{step.kind}: {step.id}"]')
    for step in flow.steps:
        for target, outcomes in _targets(flow, step).items():
            lines.append(f'    {_box(flow, step)} -->|"{", ".join(outcomes)}"| {target}')
    lines.append(f"    {_END}([{_END}])")
    return "\n".join(lines) + "\n"


def svg(flow: Flow) -> str:
    """The same, drawn: a way to the next step goes straight down, any other bends round on the right."""
    rows = {_box(flow, step): at for at, step in enumerate(flow.steps)} | {_END: len(flow.steps)}
    boxes = [_drawn_box(rows[_box(flow, step)], f"{step.kind}: {step.id}") for step in flow.steps]
    ways_out = [
        _drawn_way(rows[_box(flow, step)], rows[target], number, ", ".join(outcomes))
        for step in flow.steps
        for number, (target, outcomes) in enumerate(_targets(flow, step).items())
    ]
    parts = (*ways_out, *boxes, _drawn_box(rows[_END], _END))
    high = rows[_END] * _PITCH + _HIGH + 2 * _EDGE
    return f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 360 {high}" role="img">{"".join(parts)}</svg>'


def _drawn_box(row: int, text: str) -> str:
    top = _EDGE + row * _PITCH
    return (
        f'<rect x="{_EDGE}" y="{top}" width="{_WIDE}" height="{_HIGH}" rx="8"/>'
        f'<text x="{_EDGE + 8}" y="{top + 20}">{escape(text)}</text>'
    )


def _drawn_way(row: int, to: int, number: int, outcomes: str) -> str:
    """`number`: the how-manieth way out of this box, so that their names stand under each other."""
    right, middle = _EDGE + _WIDE, _EDGE + row * _PITCH + _HIGH // 2
    x, y = right + 8, middle + 12 * number - 4
    if to == row + 1:
        top, bottom = _EDGE + row * _PITCH + _HIGH, _EDGE + to * _PITCH
        line, head = f"M{_EDGE + 20} {top}V{bottom - 5}", f"M{_EDGE + 16} {bottom - 6}l4 6 4-6z"
        x, y = _EDGE + 28, top + 20
    else:
        end = _EDGE + to * _PITCH + _HIGH // 2
        out = right + 12 + 10 * min(abs(to - row), 12)
        line = f"M{right} {middle}C{out} {middle} {out} {end} {right + 6} {end}"
        head = f"M{right + 7} {end - 4}l-6 4 6 4z"
    return (
        f'<path class="way" d="{line}"/><path class="head" d="{head}"/>'
        f'<text class="way" x="{x}" y="{y}">{escape(outcomes)}</text>'
    )


def _targets(flow: Flow, step: Step) -> Mapping[str, list[str]]:
    """Where this step can lead, each with the endings that lead there."""
    by_target: dict[str, list[str]] = {}
    for outcome, following in ways(flow, step):
        by_target.setdefault(_box(flow, following), []).append(outcome)
    return by_target


def _box(flow: Flow, step: Step | None) -> str:
    """Mermaid trips over some words as names of boxes, so they are numbered."""
    return _END if step is None else f"s{flow.steps.index(step) + 1}"
