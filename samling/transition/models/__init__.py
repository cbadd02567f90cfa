"""Packages with their parts, what the family said of them, and the houses whose files are known."""

from .again import begun
from .neighbours import Neighbour
from .packages import Package, packages_of
from .parts import PackagePart, PackagePartBody, PackageSeen, PackageSeenBody

__all__ = ["Neighbour", "Package", "PackagePart", "PackagePartBody", "PackageSeen", "PackageSeenBody", "begun", "packages_of"]
