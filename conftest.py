"""Every test that needs a database gets its own: a clone of a committed template world, with real connections."""

import pytest
from django.db import connections

from tests.cast import Cast
from tests.cloning import Template


@pytest.fixture(scope="session")
def django_db_setup():
    """Nothing for pytest-django to make: the template is ours."""


@pytest.fixture(autouse=True, scope="session")
def _open_database(django_db_blocker):
    with django_db_blocker.unblock():
        yield


@pytest.fixture(scope="session")
def template(_open_database):
    """What every clone is a copy of; the last worker to leave stops the cluster of the tests."""
    ready = Template.ready()
    yield ready
    connections.close_all()
    ready.lender.throw_away()
    ready.cluster.leave()


@pytest.fixture
def database(template):
    """A clone as new for this test; all aliases point at it."""
    with template.lent():
        yield


@pytest.fixture
def cast(database):
    """The people every test knows by name, in their own clone of the world."""
    return Cast.gather()


@pytest.fixture
def visitor(cast):
    """A browser without a browser: `visitor.as_("petra").get(url)`."""
    return cast.visitor()
