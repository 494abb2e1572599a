"""Writes a compound file (MS-CFB version 3): the container of old .xls and of encrypted workbooks."""
import struct
from dataclasses import dataclass

SECTOR, MINI, CUTOFF = 512, 64, 4096
FREE, END, FAT = 0xFFFFFFFF, 0xFFFFFFFE, 0xFFFFFFFD


@dataclass
class Storage:
    children: dict  # name -> bytes or Storage


@dataclass
class Entry:
    name: str
    kind: int               # 1 storage, 2 stream, 5 root
    data: bytes = b""
    left: int = FREE
    right: int = FREE
    child: int = FREE


def compound_file(root):
    entries = [Entry("Root Entry", 5)]
    add_children(entries, 0, root)

    sectors, fat = [], []

    def chain(data):
        """Puts the data into sectors of its own; the first one's number."""
        first = len(sectors)
        pieces = [data[n:n + SECTOR].ljust(SECTOR, b"\0") for n in range(0, len(data), SECTOR)]
        sectors.extend(pieces)
        fat.extend(list(range(first + 1, first + len(pieces))) + [END])
        return first

    starts, mini, mini_fat = {}, b"", []
    for n, entry in enumerate(entries):
        if entry.kind != 2 or not entry.data:
            continue
        if len(entry.data) >= CUTOFF:
            starts[n] = chain(entry.data)
            continue
        starts[n] = len(mini) // MINI
        count = -(-len(entry.data) // MINI)
        mini_fat += list(range(starts[n] + 1, starts[n] + count)) + [END]
        mini += entry.data.ljust(count * MINI, b"\0")
    entries[0].data = mini
    starts[0] = chain(mini) if mini else END
    mini_fat_sectors = -(-len(mini_fat) * 4 // SECTOR)
    mini_fat_start = chain(numbers(mini_fat, mini_fat_sectors)) if mini_fat else END
    directory = b"".join(directory_entry(entry, starts.get(n, END if entry.kind == 2 else 0)) for n, entry in enumerate(entries))
    directory += empty_entry() * (-len(entries) % 4)
    directory_start = chain(directory)

    fat_sectors = 1
    while fat_sectors * (SECTOR // 4) < len(fat) + fat_sectors:
        fat_sectors += 1
    assert fat_sectors <= 109, "too large for a header without DIFAT sectors"
    fat_at = list(range(len(sectors), len(sectors) + fat_sectors))
    fat += [FAT] * fat_sectors
    header = bytes.fromhex("d0cf11e0a1b11ae1") + bytes(16) + struct.pack(
        "<HHHHH6xIIIIIIIII", 0x3E, 3, 0xFFFE, 9, 6, 0, fat_sectors, directory_start, 0, CUTOFF, mini_fat_start, mini_fat_sectors, END, 0)
    header += struct.pack("<109I", *(fat_at + [FREE] * (109 - fat_sectors)))
    return header + b"".join(sectors) + numbers(fat, fat_sectors)


def add_children(entries, parent, storage):
    """The storage's entries behind one another, and over them a balanced tree by name."""
    names = sorted(storage.children, key=lambda name: (len(name.encode("utf-16-le")), name.upper()))
    first = len(entries)
    for name in names:
        content = storage.children[name]
        entries.append(Entry(name, 1) if isinstance(content, Storage) else Entry(name, 2, content))

    def tree(low, high):
        if low >= high:
            return FREE
        middle = (low + high) // 2
        entries[middle].left, entries[middle].right = tree(low, middle), tree(middle + 1, high)
        return middle

    entries[parent].child = tree(first, first + len(names))
    for n, name in enumerate(names, first):
        if isinstance(storage.children[name], Storage):
            add_children(entries, n, storage.children[name])


def directory_entry(entry, start):
    name = entry.name.encode("utf-16-le") + b"\0\0"
    return name.ljust(64, b"\0") + struct.pack("<HBBIII16xI8x8xIQ", len(name), entry.kind, 1, entry.left, entry.right, entry.child, 0,
                                               start, len(entry.data))


def empty_entry():
    return bytes(64) + struct.pack("<HBBIII16xI8x8xIQ", 0, 0, 0, FREE, FREE, FREE, 0, 0, 0)


def numbers(values, sectors):
    return struct.pack(f"<{len(values)}I", *values).ljust(sectors * SECTOR, b"\xff")
