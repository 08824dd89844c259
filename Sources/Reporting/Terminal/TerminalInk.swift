/// Whether a screen shows what stands out in bold and in colour; words and signs say the same.
public struct TerminalInk: Sendable {
  /// What stands out.
  enum Stress {
    /// A heading.
    case heading
    /// A loss, or what is beyond a limit.
    case alarm

    /// Red reads on dark and on light backgrounds.
    fileprivate var code: String {
      switch self {
      case .heading: "1"
      case .alarm: "31"
      }
    }
  }

  private let isOn: Bool

  /// Plain text, as for files and pipes.
  public static let none = TerminalInk(isOn: false)

  /// Makes an ink that shows what stands out, or does not.
  public init(isOn: Bool) { self.isOn = isOn }

  /// `text` with the codes around it; widths are counted before.
  func text(_ text: String, _ stress: Stress?) -> String {
    guard isOn, let stress, !text.isEmpty else { return text }
    return "\u{1B}[\(stress.code)m\(text)\u{1B}[0m"
  }

  /// A screen whose first line stands out.
  public func titled(_ screen: String) -> String {
    let end = screen.firstIndex(of: "\n") ?? screen.endIndex
    return text(String(screen[..<end]), .heading) + screen[end...]
  }
}
