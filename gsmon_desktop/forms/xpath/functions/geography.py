"""Functions of places on Earth: geopoints "latitude longitude …", traces and shapes of points with
semicolons between."""

from __future__ import annotations

from gsmon_desktop.forms.xpath.earth import Point, area, crosses_itself, distance, encloses, parse_points
from gsmon_desktop.forms.xpath.functions.registry import Table
from gsmon_desktop.forms.xpath.types import Value
from gsmon_desktop.forms.xpath.values import NAN, to_string

TABLE = Table()


def _points(values: list[Value]) -> list[Point] | None:
    """All points of geopoints, traces and shapes in a row; None if one is wrong or there are none."""
    found: list[Point] = []
    for value in values:
        points = parse_points(to_string(value))
        if points is None:
            return None
        found += points
    return found or None


@TABLE.simple("area", "v*", "number")
def area_(values: list[Value]) -> float:
    """Square metres inside a shape, or inside the points of a node-set; NaN for what is no place."""
    points = _points(values)
    return NAN if points is None else area(points)


TABLE.simple("enclosed-area", "v*", "number")(area_)


@TABLE.simple("distance", "v*", "number")
def distance_(values: list[Value]) -> float:
    """Metres along a trace or shape, or from point to point of the arguments; NaN for what is no place."""
    points = _points(values)
    return NAN if points is None else distance(points)


@TABLE.simple("geofence", "ss", "boolean")
def geofence(point: str, shape: str) -> bool:
    """Whether a geopoint lies inside a geoshape."""
    place, fence = parse_points(point), parse_points(shape)
    return bool(place and fence) and len(place or ()) == 1 and encloses(fence or [], (place or [])[0])


@TABLE.simple("intersects", "s", "boolean")
def intersects(line: str) -> bool:
    """Whether a trace or the outline of a shape crosses itself."""
    points = parse_points(line)
    return points is not None and crosses_itself(points)
