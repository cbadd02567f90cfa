"""What was asked to be done later, what is done by itself, and the alarms that watch over the log."""

from .tasks import Duty, Progress, Task
from .watching import Alarm, SpotCheck

__all__ = ["Alarm", "Duty", "Progress", "SpotCheck", "Task"]
