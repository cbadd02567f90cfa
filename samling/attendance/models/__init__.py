"""The records of attendance and their verbs."""

from .files import AttendanceFile, ColumnMap, FilePart
from .inquiries import AbsenceInquiry, AbsenceInquiryBody
from .ladder import LadderStep
from .weeks import AttendancePattern, AttendanceWeek

__all__ = [
    "AbsenceInquiry",
    "AbsenceInquiryBody",
    "AttendanceFile",
    "AttendancePattern",
    "AttendanceWeek",
    "ColumnMap",
    "FilePart",
    "LadderStep",
]
