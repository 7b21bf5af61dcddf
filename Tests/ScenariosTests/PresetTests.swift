import Economy
import Testing

@testable import Scenarios

struct PresetTests {
  @Test("A preset gives its values, and defaults for all others", arguments: AutomationPreset.all.map(\.name))
  func values(name: String) throws {
    let preset = try #require(AutomationPreset.named(name))
    let scenario = try Fixture.scenario("automation: {preset: \(name)}")
    #expect(scenario.variants[0].regime.automation.values == preset.path.values)
  }

  @Test("Keys beside a preset override it, before it or after it")
  func overriding() throws {
    for body in [
      "{preset: so-so-automation, initial_cost: 0.9}", "{initial_cost: 0.9, preset: so-so-automation}",
    ] {
      let scenario = try Fixture.scenario("automation: \(body)")
      #expect(try Fixture.resolved("baseline.automation.initial_cost", in: scenario) == "0.9")
      #expect(try Fixture.resolved("baseline.automation.cost_decline", in: scenario) == "0")
    }
    let set = Overrides(settings: [Overrides.Setting("automation.preset", "slow-diffusion")])
    let scenario = try Fixture.scenario("automation: {reinstatement: 0.1}", overrides: set)
    #expect(try Fixture.resolved("baseline.automation.automate_share", in: scenario) == "0.43")
    #expect(try Fixture.resolved("baseline.automation.reinstatement", in: scenario) == "0.1")
  }

  @Test("A preset forgets what was inherited; keys without one add to it")
  func inheritance() throws {
    let scenario = try Fixture.scenario(
      """
      automation: {preset: so-so-automation, markup: 3}
      reforms:
        other: {automation: {preset: half-of-office-tasks}}
        more: {automation: {reinstatement: 1}}
      """)
    #expect(try Fixture.resolved("reforms.other.automation.markup", in: scenario) == "2.1")
    #expect(try Fixture.resolved("reforms.other.automation.cost_decline", in: scenario) == "1")
    #expect(try Fixture.resolved("reforms.more.automation.markup", in: scenario) == "3")
    #expect(try Fixture.resolved("reforms.more.automation.cost_decline", in: scenario) == "0")
  }

  @Test("Half of office tasks is the shipped scenario")
  func shipped() throws {
    let file = try Scenario.load("\(Fixture.root)/Scenarios/automation.yaml")
    let preset = try Fixture.scenario("automation: {preset: half-of-office-tasks}")
    #expect(file.variants[1].regime.automation.values == preset.variants[0].regime.automation.values)
  }

  @Test("An unknown preset comes with the one that was probably meant")
  func unknown() {
    let complaint = Fixture.complaint("automation: {preset: slow-difusion}")
    #expect(complaint.contains("test.yaml:4:22: error: unknown word 'slow-difusion' for automation.preset"))
    #expect(complaint.contains("expected one of slow-diffusion, half-of-office-tasks"))
    #expect(complaint.hasSuffix("did you mean 'slow-diffusion'?"))
    #expect(Fixture.complaint("automation: {prest: slow-diffusion}").hasSuffix("did you mean 'preset'?"))
  }

  @Test("Presets are explained, each value with its source")
  func explained() throws {
    let list = try Explain.text(path: "automation.preset")
    for preset in AutomationPreset.all {
      #expect(list.contains("\(preset.name) ") && list.contains(preset.summary))
      let text = try Explain.text(path: "automation.preset.\(preset.name)")
      for setting in preset.settings {
        #expect(text.contains(setting.key) && text.contains("from: \(setting.source)"))
      }
    }
    do throws(ScenarioErrors) {
      _ = try Explain.text(path: "automation.preset.so-so-automaton")
      Issue.record("no error")
    } catch {
      #expect(error.description.hasSuffix("did you mean 'automation.preset.so-so-automation'?"))
    }
  }
}
