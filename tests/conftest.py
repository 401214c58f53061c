"""What all tests share."""

import os

import pytest
from hypothesis import settings

# The same examples each time, so that a red run means a changed house and not another throw of the dice. Throw them
# with HYPOTHESIS_PROFILE=dice; what that finds becomes an @example.
# No deadline per example: on a busy machine one slow moment says nothing about the house.
settings.register_profile("same", derandomize=True, deadline=None)
settings.register_profile("dice", deadline=None)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "same"))


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--update-chats", action="store_true", help="write the golden transcripts anew")


@pytest.fixture
def update_chats(request: pytest.FixtureRequest) -> bool:
    return bool(request.config.getoption("--update-chats"))
