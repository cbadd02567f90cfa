"""What was asked to be done later, what is done by itself, and the limits and alarms that watch over the log."""

from .tasks import Duty, Limit, Progress, Task
from .watching import Alarm, SpotCheck

__all__ = ["Alarm", "Duty", "Limit", "Progress", "SpotCheck", "Task"]
