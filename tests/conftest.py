"""What all tests share."""

import pytest


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--update-chats", action="store_true", help="write the golden transcripts anew")


@pytest.fixture
def update_chats(request: pytest.FixtureRequest) -> bool:
    return bool(request.config.getoption("--update-chats"))
