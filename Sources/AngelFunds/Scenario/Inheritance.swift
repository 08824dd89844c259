/// Where a mapping gets its defaults: from a value read before, or from fixed texts.
struct Inheritance<Base> {
  let base: Base?
  /// The key path of `base`.
  let source: String

  /// The default of the key `key`: what `base` has there, or else `text`.
  ///
  /// Inlined, as a key path that is passed on is made anew every time.
  @inline(__always)
  func callAsFunction<Value>(
    _ key: String, _ part: (Base) -> Value, else text: String
  ) -> ScenarioReader.Fallback<Value> {
    base.map { .inherited(part($0), from: "\(source).\(key)") } ?? .text(text)
  }

  /// The same for a part of `base` that stands in the same mapping.
  @inline(__always)
  func same<Part>(_ part: (Base) -> Part) -> Inheritance<Part> {
    Inheritance<Part>(base: base.map(part), source: source)
  }

  /// The same for a part of `base`.
  @inline(__always)
  func part<Part>(_ key: String, _ part: (Base) -> Part) -> Inheritance<Part> {
    Inheritance<Part>(base: base.map(part), source: "\(source).\(key)")
  }
}
