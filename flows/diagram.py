"""A flow as a Mermaid drawing, for the manual."""

from flows.checks.graph import ways
from flows.flow import Flow
from flows.steps import Step

_END = "einde"


def mermaid(flow: Flow) -> str:
    """The steps from top to bottom, with how each ends written on the way to the next."""
    lines = ["flowchart TD"]
    for step in flow.steps:
        lines.append(f'    {_box(flow, step)}["{step.kind}: {step.id}"]')
    for step in flow.steps:
        by_target: dict[str, list[str]] = {}
        for outcome, following in ways(flow, step):
            by_target.setdefault(_box(flow, following), []).append(outcome)
        for target, outcomes in by_target.items():
            lines.append(f'    {_box(flow, step)} -->|"{", ".join(outcomes)}"| {target}')
    lines.append(f"    {_END}([{_END}])")
    return "\n".join(lines) + "\n"


def _box(flow: Flow, step: Step | None) -> str:
    """Mermaid trips over some words as names of boxes, so they are numbered."""
    return _END if step is None else f"s{flow.steps.index(step) + 1}"
