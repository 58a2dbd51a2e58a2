"""Places on Earth: reading points, lengths, areas, what lies inside what.

Formulas after the OpenRosa XForms specification ("the circumference of the Earth around the Equator", no
altitude), with the radius and the projection ODK Collect uses.
"""

from __future__ import annotations

from itertools import pairwise
from math import acos, cos, pi, radians, sin

Point = tuple[float, float]
"""Latitude and longitude in degrees."""
RADIUS = 6_378_100.0
"""Metres from the centre to the equator."""
_METRES_A_DEGREE = 2 * pi * RADIUS / 360


def parse_points(text: str) -> list[Point] | None:
    """Points of "lat lon [alt [acc]]; …"; None if the text is empty or one of them is no place."""
    found = []
    for piece in text.strip().rstrip(";").split(";"):
        parts = piece.split()
        if not 2 <= len(parts) <= 4:
            return None
        try:
            latitude, longitude = float(parts[0]), float(parts[1])
        except ValueError:
            return None
        if not (abs(latitude) <= 90 and abs(longitude) <= 180):
            return None
        found.append((latitude, longitude))
    return found


def distance(points: list[Point]) -> float:
    """Metres from point to point, by the spherical law of cosines."""
    total = 0.0
    for (lat1, lon1), (lat2, lon2) in pairwise(points):
        a, b = radians(lat1), radians(lat2)
        angle = sin(a) * sin(b) + cos(a) * cos(b) * cos(radians(lon1 - lon2))
        total += acos(max(-1.0, min(1.0, angle))) * RADIUS if (lat1, lon1) != (lat2, lon2) else 0.0
    return total


def area(points: list[Point]) -> float:
    """Square metres inside the points, taken as a closed outline on a plane touching the Earth at the first
    one."""
    if len(points) < 3:
        return 0.0
    lat0, lon0 = points[0]
    plane = [
        ((lon - lon0) * _METRES_A_DEGREE * cos(radians(lat)), (lat - lat0) * _METRES_A_DEGREE)
        for lat, lon in points[1:]
    ]
    return abs(sum((y1 * x2 - x1 * y2) / 2 for (x1, y1), (x2, y2) in pairwise(plane)))


def encloses(shape: list[Point], point: Point) -> bool:
    """Whether a point lies inside a closed outline: a ray from it crosses the outline an odd number of
    times."""
    y, x = point
    inside = False
    for (lat1, lon1), (lat2, lon2) in pairwise(shape):
        if (lat1 > y) != (lat2 > y) and x < (lon1 - lon2) * (y - lat2) / (lat1 - lat2) + lon2:
            inside = not inside
    return inside


def crosses_itself(points: list[Point]) -> bool:
    """Whether two pieces of the line meet elsewhere than where one follows the other."""
    points = [point for at, point in enumerate(points) if at == 0 or point != points[at - 1]]
    pieces = list(pairwise(points))
    closed = len(points) > 2 and points[0] == points[-1]
    for first, one in enumerate(pieces):
        for second in range(first + 1, len(pieces)):
            other = pieces[second]
            neighbours = second == first + 1 or (closed and first == 0 and second == len(pieces) - 1)
            if _folds_back(one, other) if neighbours else _meet(one, other):
                return True
    return False


def _turn(a: Point, b: Point, c: Point) -> float:
    return (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0])


def _between(a: Point, b: Point, c: Point) -> bool:
    """Whether c, known to be on the line through a and b, lies from a to b."""
    return min(a[0], b[0]) <= c[0] <= max(a[0], b[0]) and min(a[1], b[1]) <= c[1] <= max(a[1], b[1])


def _meet(one: tuple[Point, Point], other: tuple[Point, Point]) -> bool:
    (a, b), (c, d) = one, other
    turns = _turn(a, b, c), _turn(a, b, d), _turn(c, d, a), _turn(c, d, b)
    if turns[0] * turns[1] < 0 and turns[2] * turns[3] < 0:
        return True
    ends = ((a, b, c), (a, b, d), (c, d, a), (c, d, b))
    return any(turn == 0 and _between(*end) for turn, end in zip(turns, ends, strict=True))


def _folds_back(one: tuple[Point, Point], other: tuple[Point, Point]) -> bool:
    """Whether two pieces that share an end lie on one another."""
    shared, (far, near) = (one[1], (one[0], other[1])) if one[1] == other[0] else (one[0], (one[1], other[0]))
    if _turn(shared, far, near) != 0:
        return False
    return (far[0] - shared[0]) * (near[0] - shared[0]) + (far[1] - shared[1]) * (near[1] - shared[1]) > 0
