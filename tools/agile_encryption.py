"""A workbook under a password, as Excel 2010 and later write it: MS-OFFCRYPTO agile encryption, AES-256-CBC and SHA-512,
inside a compound file. The salts are drawn from the content, so the bytes are the same every time: good enough for an
example that hides nothing, wrong for anything else.
"""
import base64
import hashlib
import hmac
import struct

from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes

from compound_file import Storage, compound_file

SPINS = 100000
SEGMENT = 4096
INFO = """<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\r
<encryption xmlns="http://schemas.microsoft.com/office/2006/encryption" \
xmlns:p="http://schemas.microsoft.com/office/2006/keyEncryptor/password">\
<keyData saltSize="16" blockSize="16" keyBits="256" hashSize="64" cipherAlgorithm="AES" cipherChaining="ChainingModeCBC" \
hashAlgorithm="SHA512" saltValue="{salt}"/><dataIntegrity encryptedHmacKey="{mac_key}" encryptedHmacValue="{mac}"/>\
<keyEncryptors><keyEncryptor uri="http://schemas.microsoft.com/office/2006/keyEncryptor/password">\
<p:encryptedKey spinCount="{spins}" saltSize="16" blockSize="16" keyBits="256" hashSize="64" cipherAlgorithm="AES" \
cipherChaining="ChainingModeCBC" hashAlgorithm="SHA512" saltValue="{password_salt}" encryptedVerifierHashInput="{verifier}" \
encryptedVerifierHashValue="{verifier_hash}" encryptedKeyValue="{key}"/></keyEncryptor></keyEncryptors></encryption>"""


def encrypted(package, password):
    """The compound file that holds the package under the password."""
    def drawn(what, size):
        return hashlib.sha512(what.encode() + hashlib.sha512(package).digest()).digest()[:size]

    salt, key = drawn("salt", 16), drawn("key", 32)
    stream = struct.pack("<Q", len(package))
    for n in range(0, len(package), SEGMENT):
        stream += aes(key, digest(salt, struct.pack("<I", n // SEGMENT))[:16], package[n:n + SEGMENT])
    mac_key = drawn("mac key", 64)
    mac = hmac.new(mac_key, stream, hashlib.sha512).digest()

    password_salt, verifier = drawn("password salt", 16), drawn("verifier", 16)
    spun = digest(password_salt, password.encode("utf-16-le"))
    for n in range(SPINS):
        spun = digest(struct.pack("<I", n), spun)

    def under_password(block, data):
        return aes(digest(spun, bytes.fromhex(block))[:32], password_salt, data)

    def under_key(block, data):
        return aes(key, digest(salt, bytes.fromhex(block))[:16], data)

    values = {
        "salt": salt, "password_salt": password_salt,
        "mac_key": under_key("5fb2ad010cb9e1f6", mac_key), "mac": under_key("a0677f02b22c8433", mac),
        "verifier": under_password("fea7d2763b4b9e79", verifier),
        "verifier_hash": under_password("d7aa0f6d3061344e", digest(verifier)),
        "key": under_password("146e0be7abacd0d6", key),
    }
    info = INFO.format(spins=SPINS, **{name: base64.b64encode(value).decode() for name, value in values.items()})
    return compound_file(Storage({
        "EncryptionInfo": struct.pack("<HHI", 4, 4, 0x40) + info.encode(),
        "EncryptedPackage": stream,
        "\x06DataSpaces": data_spaces(),
    }))


def digest(*parts):
    return hashlib.sha512(b"".join(parts)).digest()


def aes(key, start, data):
    data += bytes(-len(data) % 16)
    encryptor = Cipher(algorithms.AES(key), modes.CBC(start)).encryptor()
    return encryptor.update(data) + encryptor.finalize()


def data_spaces():
    """The storage that says which transform lies over which stream; the same in every such file."""
    def text(value):
        raw = value.encode("utf-16-le")
        return struct.pack("<I", len(raw)) + raw + bytes(-len(raw) % 4)

    versions = struct.pack("<HHHHHH", 1, 0, 1, 0, 1, 0)  # reader, updater, writer: 1.0 each
    entry = struct.pack("<II", 1, 0) + text("EncryptedPackage") + text("StrongEncryptionDataSpace")
    kind = text("{FF9A3F03-56EF-4613-BDD5-5A41C1D07246}")
    return Storage({
        "Version": text("Microsoft.Container.DataSpaces") + versions,
        "DataSpaceMap": struct.pack("<III", 8, 1, len(entry) + 4) + entry,
        "DataSpaceInfo": Storage({"StrongEncryptionDataSpace": struct.pack("<II", 8, 1) + text("StrongEncryptionTransform")}),
        "TransformInfo": Storage({"StrongEncryptionTransform": Storage({
            "\x06Primary": struct.pack("<II", len(kind) + 8, 1) + kind + text("Microsoft.Container.EncryptionTransform")
            + versions + struct.pack("<IIII", 0, 0, 0, 4)})}),
    })
