extension Anchor {
  init?(_ reader: inout ScenarioReader, name: String, sectors: [String]) {
    let label = reader.label(
      default: Label(plain: name), from: "its name", "what reports call it")
    let kind: Kind? = reader.value("kind", .choice, default: .required, "what it is")
    let dealFlow = DealFlow(
      &reader, localShare: "65%", companiesAYear: "15", sectors: sectors)
    guard let label, let kind, let dealFlow else { return nil }
    self.init(id: name, label: label, kind: kind, dealFlow: dealFlow)
  }
}

extension Sector {
  /// Sectors that every scenario has.
  static let builtIn: [String: Label] = [
    "electronics": Label(english: "Electronics and semiconductors", chinese: "电子信息与半导体"),
    "intelligent_equipment": Label(
      english: "Robotics and intelligent equipment", chinese: "机器人与智能装备"),
    "new_materials": Label(english: "New materials", chinese: "新材料"),
    "new_energy": Label(english: "New energy", chinese: "新能源"),
    "biomedicine": Label(english: "Biomedicine", chinese: "生物医药"),
    "software_ai": Label(english: "Software and AI", chinese: "软件与人工智能"),
  ]

  /// Reads a label that stands right at the sector's name.
  static func reading(_ reader: inout ScenarioReader, name: String) -> Sector? {
    let builtIn = builtIn[name]
    let source = builtIn.map { "\($0.english), \($0.chinese)" } ?? "its name"
    return reader.label(
      name, default: builtIn ?? Label(plain: name), from: source, "what reports call it"
    ).map { Sector(id: name, label: $0) }
  }
}
