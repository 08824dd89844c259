/// Where a mapping gets its defaults: from a value read before, or from fixed texts.
struct Inheritance<Base> {
  let base: Base?
  /// The key path of `base`.
  let source: String

  /// The default of the key `key`: what `base` has there, or else `text`.
  func callAsFunction<Value>(
    _ key: String, _ part: (Base) -> Value, else text: String
  ) -> ScenarioReader.Fallback<Value> {
    base.map { .inherited(part($0), from: "\(source).\(key)") } ?? .text(text)
  }

  /// The same for a part of `base` that stands in the same mapping.
  func same<Part>(_ part: (Base) -> Part) -> Inheritance<Part> {
    Inheritance<Part>(base: base.map(part), source: source)
  }

  /// The same for a part of `base`.
  func part<Part>(_ key: String, _ part: (Base) -> Part) -> Inheritance<Part> {
    Inheritance<Part>(base: base.map(part), source: "\(source).\(key)")
  }
}
