"""Virtual calls and floats: spheres over a chessboard, traced with reflections (pyperformance)."""

from __future__ import annotations

import math

from measuring import measure

EPSILON = 1e-6


class Vector:
    def __init__(self, x: float, y: float, z: float) -> None:
        self.x = x
        self.y = y
        self.z = z

    def dot(self, other: Vector) -> float:
        return self.x * other.x + self.y * other.y + self.z * other.z

    def __add__(self, other: Vector) -> Vector:
        return Vector(self.x + other.x, self.y + other.y, self.z + other.z)

    def __sub__(self, other: Vector) -> Vector:
        return Vector(self.x - other.x, self.y - other.y, self.z - other.z)

    def __mul__(self, factor: float) -> Vector:
        return Vector(self.x * factor, self.y * factor, self.z * factor)

    def normalized(self) -> Vector:
        return self * (1.0 / math.sqrt(self.dot(self)))

    def reflected(self, normal: Vector) -> Vector:
        return self - normal * (2.0 * self.dot(normal))


class Ray:
    def __init__(self, origin: Vector, direction: Vector) -> None:
        self.origin = origin
        self.direction = direction.normalized()

    def at(self, t: float) -> Vector:
        return self.origin + self.direction * t


class Surface:
    reflection = 0.2

    def colour_at(self, point: Vector) -> Vector:
        raise NotImplementedError

    def intersection(self, ray: Ray) -> float | None:
        raise NotImplementedError

    def normal_at(self, point: Vector) -> Vector:
        raise NotImplementedError


class Sphere(Surface):
    def __init__(self, centre: Vector, radius: float, colour: Vector) -> None:
        self.centre = centre
        self.radius = radius
        self.colour = colour

    def colour_at(self, point: Vector) -> Vector:
        return self.colour

    def intersection(self, ray: Ray) -> float | None:
        to_centre = self.centre - ray.origin
        v = to_centre.dot(ray.direction)
        discriminant = self.radius * self.radius - (to_centre.dot(to_centre) - v * v)
        if discriminant < 0.0:
            return None
        return v - math.sqrt(discriminant)

    def normal_at(self, point: Vector) -> Vector:
        return (point - self.centre).normalized()


class Floor(Surface):
    """A chessboard at y = 0."""

    def colour_at(self, point: Vector) -> Vector:
        odd = (math.floor(point.x) + math.floor(point.z)) % 2
        return Vector(0.1, 0.1, 0.1) if odd else Vector(0.9, 0.9, 0.9)

    def intersection(self, ray: Ray) -> float | None:
        if abs(ray.direction.y) < EPSILON:
            return None
        return -ray.origin.y / ray.direction.y

    def normal_at(self, point: Vector) -> Vector:
        return Vector(0.0, 1.0, 0.0)


class Scene:
    def __init__(self, surfaces: list[Surface], light: Vector) -> None:
        self.surfaces = surfaces
        self.light = light

    def hit(self, ray: Ray) -> tuple[Surface, float] | None:
        nearest: tuple[Surface, float] | None = None
        for surface in self.surfaces:
            distance = surface.intersection(ray)
            if distance is not None and distance > EPSILON and (nearest is None or distance < nearest[1]):
                nearest = (surface, distance)
        return nearest

    def is_lit(self, point: Vector) -> bool:
        ray = Ray(point, self.light - point)
        for surface in self.surfaces:
            distance = surface.intersection(ray)
            if distance is not None and distance > EPSILON:
                return False
        return True

    def colour(self, ray: Ray, depth: int) -> Vector:
        found = self.hit(ray) if depth < 4 else None
        if found is None:
            return Vector(0.3, 0.5, 0.9)
        surface, distance = found
        point = ray.at(distance)
        normal = surface.normal_at(point)
        base = surface.colour_at(point)
        result = base * 0.2
        if self.is_lit(point):
            brightness = (self.light - point).normalized().dot(normal)
            if brightness > 0.0:
                result = result + base * (0.8 * brightness)
        mirrored = self.colour(Ray(point, ray.direction.reflected(normal)), depth + 1)
        return result * (1.0 - surface.reflection) + mirrored * surface.reflection


def render(size: int) -> Vector:
    """The sum of all pixels."""
    surfaces: list[Surface] = [Floor()]
    for i in range(6):
        colour = Vector(0.2 + i * 0.1, 0.9 - i * 0.1, 0.5)
        surfaces.append(Sphere(Vector(i * 1.2 - 3.0, 1.0 + i % 2, 4.0 + i % 3), 0.7, colour))
    scene = Scene(surfaces, Vector(-6.0, 9.0, -4.0))
    eye = Vector(0.0, 2.0, -5.0)
    total = Vector(0.0, 0.0, 0.0)
    for y in range(size):
        for x in range(size):
            direction = Vector(2.0 * x / size - 1.0, 0.8 - 1.6 * y / size, 1.6)
            total = total + scene.colour(Ray(eye, direction), 0)
    return total


def run() -> bool:
    total = render(40)
    return (
        abs(total.x - 495.5936376955) + abs(total.y - 696.4275050328) + abs(total.z - 1057.351918303) < 1e-6
    )


if __name__ == "__main__":
    measure(run)
