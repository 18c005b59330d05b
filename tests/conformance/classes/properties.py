"""Properties with and without setters."""


class Temperature:
    def __init__(self, celsius: float) -> None:
        self._celsius = celsius
        self.reads = 0

    @property
    def celsius(self) -> float:
        self.reads += 1
        return self._celsius

    @celsius.setter
    def celsius(self, value: float) -> None:
        if value < -273.15:
            raise ValueError(f"{value} is below absolute zero")
        self._celsius = value

    @property
    def fahrenheit(self) -> float:
        return self._celsius * 9.0 / 5.0 + 32.0


class Checked(Temperature):
    @property
    def fahrenheit(self) -> float:
        return round(super().fahrenheit, 1)


t = Temperature(20.0)
print(t.celsius, t.fahrenheit)
t.celsius = 25.5
t.celsius += 1.0
print(t.celsius, t.fahrenheit, t.reads)
try:
    t.celsius = -300.0
except ValueError as error:
    print(error)
print(Checked(36.6).fahrenheit)
