extension RunReport {
  /// What was assumed.
  func assumptions() throws -> HTML { .nothing }
}
