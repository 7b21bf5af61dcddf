import CCrypto

/// SHA-256, by which a run's input is identified.
public enum Digest {
  /// The SHA-256 of a text's UTF-8 bytes in 64 lower-case hexadecimal digits, as `sha256sum` prints it.
  public static func sha256(_ text: String) -> String { sha256(Array(text.utf8)) }

  /// The SHA-256 of bytes in 64 lower-case hexadecimal digits.
  public static func sha256(_ bytes: [UInt8]) -> String {
    var digest = [UInt8](repeating: 0, count: Int(SHA256_DIGEST_LENGTH))
    SHA256(bytes, bytes.count, &digest)
    return hexadecimal(digest)
  }

  /// The SHA-256 of bytes that come piece by piece, in 64 lower-case hexadecimal digits.
  /// - Parameter next: the next piece; nil or an empty one at the end.
  public static func sha256(pieces next: () throws -> [UInt8]?) rethrows -> String {
    let context = EVP_MD_CTX_new()
    defer { EVP_MD_CTX_free(context) }
    EVP_DigestInit_ex(context, EVP_sha256(), nil)
    while let piece = try next(), !piece.isEmpty { EVP_DigestUpdate(context, piece, piece.count) }
    var digest = [UInt8](repeating: 0, count: Int(SHA256_DIGEST_LENGTH))
    EVP_DigestFinal_ex(context, &digest, nil)
    return hexadecimal(digest)
  }

  private static func hexadecimal(_ digest: [UInt8]) -> String {
    let digits = Array("0123456789abcdef".utf8)
    return String(
      decoding: digest.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
  }
}
