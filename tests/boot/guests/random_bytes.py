import secrets

first, second = secrets.token_bytes(64), secrets.token_bytes(64)
print(first != second, len(set(first)) > 20)
