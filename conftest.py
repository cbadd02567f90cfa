"""Every test that needs a database gets its own: a clone of a committed template world, with real connections."""

import gc

import pytest
from django.contrib.auth.hashers import ScryptPasswordHasher
from django.db import connections
from django.template import Template as Page
from django.test.signals import template_rendered
from django.utils import translation
from hypothesis import HealthCheck, settings

from tests.cast import Cast
from tests.cloning import Template

# A machine with much else to do is slow, not wrong.
settings.register_profile("calm", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("calm")

# What takes longest goes first, so that the processes end together: a group's name, or the end of a file's.
# Those who lend the furnished house share two processes: to furnish it takes as long as many a test.
HEAVY = ("browser", "walk", "house", "deeds", "test_interference.py", "test_oracle.py", "test_protection_pages.py",
         "test_policies.py")


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(config, items):
    """In a run by several processes the heavy groups are handed out first."""
    if hasattr(config, "workerinput"):
        items.sort(key=lambda item: HEAVY.index(_lot(item)) if _lot(item) in HEAVY else len(HEAVY))


def _lot(item):
    group = item.get_closest_marker("xdist_group")
    return group.args[0] if group else item.path.name


def pytest_collection_finish(session):
    """What is loaded by now stays: nobody looks through it again for what may be thrown away."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(50_000, 20, 50)


@pytest.fixture(autouse=True, scope="session")
def _quick_passwords():
    """Nobody guesses a test's password: one is worked out a hundred times a run."""
    ScryptPasswordHasher.work_factor = 2**8


@pytest.fixture(scope="session")
def django_db_setup():
    """Nothing for pytest-django to make: the template is ours."""


@pytest.fixture(autouse=True, scope="session")
def _told_of_pages(django_test_environment):
    """`answer.context` is the page's own: to keep a copy for each of its hundred parts costs a twentieth of the page."""

    def render(page, context):
        if context.template is page:
            template_rendered.send(sender=page, template=page, context=context)
        return page.nodelist.render(context)

    Page._render = render


@pytest.fixture(autouse=True)
def _own_language():
    """A page that was read in English leaves the next test in Swedish."""
    yield
    translation.deactivate()


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


@pytest.fixture(scope="session")
def walked(template):
    """The furnished house of this process: `with walked.lent() as walk:` goes through it as when it was new."""
    from tests.house.walked import Walked  # with every chapter's own tests behind it

    house = Walked(template)
    yield house
    house.lender.throw_away()


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
