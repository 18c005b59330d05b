# expect-refusal: dynamic-namespace
"""Attributes that come in an order which is not known at build time."""


class Request:
    path: str
    user: str

    def route(self, path: str) -> None:
        self.path = path

    def log_in(self, user: str) -> None:
        self.user = user


request = Request()
request.log_in("ann")
request.route("/")
print(vars(request))
