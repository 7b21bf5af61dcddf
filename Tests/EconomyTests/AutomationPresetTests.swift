import Testing

@testable import Economy

struct AutomationPresetTests {
  static let names = AutomationPreset.all.map(\.name)

  @Test(
    "Every setting of a preset is of a declared parameter, within its bounds, once, with a source",
    arguments: names)
  func settings(name: String) throws {
    let preset = try #require(AutomationPreset.named(name))
    #expect(!preset.settings.isEmpty && !preset.summary.isEmpty)
    #expect(Set(preset.settings.map(\.key)).count == preset.settings.count)
    for setting in preset.settings {
      let spec = try #require(AutomationPath.parameters.first { $0.key == setting.key }, "\(setting.key)")
      switch (spec.kind, setting.value) {
      case (.number(let bounds), .number(let value)): #expect(bounds.contains(value), "\(setting.key)")
      case (.choice(let words), .choice(let word)): #expect(words.contains(word), "\(setting.key)")
      default: Issue.record("\(setting.key) holds something else than its parameter")
      }
      #expect(setting.source.count > 4, "\(setting.key)")
    }
  }

  @Test("The settings of a preset are in the order of the declarations", arguments: names)
  func order(name: String) throws {
    let preset = try #require(AutomationPreset.named(name))
    let declared = AutomationPath.parameters.map(\.key)
    let places = preset.settings.map { setting in declared.firstIndex(of: setting.key) ?? 0 }
    #expect(places == places.sorted())
  }

  @Test("Names are words in kebab-case, each used once")
  func spelling() {
    #expect(Set(Self.names).count == Self.names.count)
    #expect(Self.names.allSatisfy { $0.wholeMatch(of: /[a-z0-9]+(-[a-z0-9]+)*/) != nil })
  }
}
