import CCrypto

/// SHA-256, by which a run's input is identified.
public enum Digest {
  /// The SHA-256 of a text's UTF-8 bytes in 64 lower-case hexadecimal digits, as `sha256sum` prints it.
  public static func sha256(_ text: String) -> String { sha256(Array(text.utf8)) }

  /// The SHA-256 of bytes in 64 lower-case hexadecimal digits.
  public static func sha256(_ bytes: [UInt8]) -> String {
    var digest = [UInt8](repeating: 0, count: Int(SHA256_DIGEST_LENGTH))
    SHA256(bytes, bytes.count, &digest)
    let digits = Array("0123456789abcdef".utf8)
    let text = digest.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }
    return String(decoding: text, as: UTF8.self)
  }
}
