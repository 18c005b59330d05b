"""Single inheritance, overriding, super."""


class Animal:
    legs = 4

    def __init__(self, name: str) -> None:
        self.name = name

    def speak(self) -> str:
        return "..."

    def describe(self) -> str:
        return f"{self.name} ({type(self).__name__}, {self.legs} legs) says {self.speak()}"


class Dog(Animal):
    def speak(self) -> str:
        return "woof"


class Puppy(Dog):
    def __init__(self, name: str, age: int) -> None:
        super().__init__(name)
        self.age = age

    def speak(self) -> str:
        return super().speak() + "!" * self.age

    def describe(self) -> str:
        return "small " + super().describe()


class Bird(Animal):
    legs = 2

    def speak(self) -> str:
        return "tweet"


animals: list[Animal] = [Animal("thing"), Dog("rex"), Puppy("bit", 3), Bird("jay")]
for animal in animals:
    print(animal.describe(), isinstance(animal, Dog), isinstance(animal, (Bird, Puppy)))
print(issubclass(Puppy, Animal), issubclass(Bird, Dog), Puppy.legs, Bird.legs)
print([animal.name for animal in animals if isinstance(animal, Dog)])
