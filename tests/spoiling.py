"""Ways to spoil a file of the record, as accidents and as malice do; shared by both fuzzers."""

import random
from collections.abc import Callable

#: What is set into a file: marks of YAML, of other formats, and characters that nobody sees.
SPLINTERS = [
    b":", b": ", b"- ", b"#", b"&a ", b"*a", b"!!python/object:os.system ", b"<<: ", b"---\n", b"...\n", b"? ", b"| ",
    b">-\n", b"'", b'"', b"[", b"]", b"{", b"}", b"%", b"@", b"`", b",", b"\t", b"\r\n", b"\n", b"\0", b"\x1b[31m",
    b"\xff", b"\xed\xa0\x80", b"\xef\xbb\xbf", "\u202e".encode(), "\u2028".encode(), "\u00a0".encode(), b"a\xcc\x88",
    b"~", b"null", b"no", b"unknown", b"none", b"11:30", b"0x1f", b"1e999", b"-1", b"..", b"../..", b"9999-99-99",
    b"0000-00-00", b"1985-02-30/..", b"../..", b"[" * 50, b"{a: " * 50, b" " * 200, b"x" * 5000, b"- " * 100,
    b"{}", b"[]", b"<<<<<<< HEAD\n", b"=======\n", b">>>>>>> x\n", b'"\\0"', b'"\\ud800"', b"\\", b"<script>",
]  # fmt: skip

Spoil = Callable[[random.Random, bytes], bytes]


def flip(dice: random.Random, data: bytes) -> bytes:
    """A bit of a byte turned."""
    place = dice.randrange(len(data)) if data else 0
    return data[:place] + bytes([data[place] ^ (1 << dice.randrange(8))]) + data[place + 1 :] if data else data


def set_in(dice: random.Random, data: bytes) -> bytes:
    """A splinter set somewhere."""
    place = dice.randint(0, len(data))
    return data[:place] + dice.choice(SPLINTERS) + data[place:]


def replace_value(dice: random.Random, data: bytes) -> bytes:
    """A splinter in place of what stands behind a colon."""
    lines = data.split(b"\n")
    number = dice.randrange(len(lines))
    key, colon, _ = lines[number].partition(b":")
    lines[number] = key + colon + b" " + dice.choice(SPLINTERS)
    return b"\n".join(lines)


def drop_line(dice: random.Random, data: bytes) -> bytes:
    """A line taken out."""
    lines = data.split(b"\n")
    del lines[dice.randrange(len(lines))]
    return b"\n".join(lines)


def repeat_line(dice: random.Random, data: bytes) -> bytes:
    """A line copied to another place."""
    lines = data.split(b"\n")
    lines.insert(dice.randint(0, len(lines)), dice.choice(lines))
    return b"\n".join(lines)


def swap_values(dice: random.Random, data: bytes) -> bytes:
    """What stands behind two colons, exchanged."""
    lines = data.split(b"\n")
    one, other = dice.randrange(len(lines)), dice.randrange(len(lines))
    (key, colon, value), (key2, colon2, value2) = lines[one].partition(b":"), lines[other].partition(b":")
    lines[one], lines[other] = key + colon + value2, key2 + colon2 + value
    return b"\n".join(lines)


def indent(dice: random.Random, data: bytes) -> bytes:
    """A line moved to the right or to the left."""
    lines = data.split(b"\n")
    number = dice.randrange(len(lines))
    lines[number] = b" " * dice.randint(0, 6) + lines[number].lstrip(b" ")
    return b"\n".join(lines)


def cut(dice: random.Random, data: bytes) -> bytes:
    """The end cut off."""
    return data[: dice.randint(0, len(data))]


WAYS: list[Spoil] = [flip, set_in, replace_value, drop_line, repeat_line, swap_values, indent, cut]


def spoiled(dice: random.Random, data: bytes, times: int) -> bytes:
    """A file spoiled in several ways."""
    for _ in range(times):
        data = dice.choice(WAYS)(dice, data)
    return data
