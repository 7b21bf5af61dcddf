import Testing

@testable import Scenarios

struct SuggestionTests {
  @Test("Insertions, deletions, replacements and swaps of neighbours count one each")
  func distance() {
    func distance(_ left: String, _ right: String) -> Int { Suggestion.distance(Array(left), Array(right)) }
    #expect(distance("adult", "adult") == 0)
    #expect(distance("adlt", "adult") == 1)
    #expect(distance("aduult", "adult") == 1)
    #expect(distance("adalt", "adult") == 1)
    #expect(distance("audlt", "adult") == 1)
    #expect(distance("", "adult") == 5)
    #expect(distance("kitten", "sitting") == 3)
  }

  @Test(
    "A word near enough is suggested, a far one is not",
    arguments: [
      ("adlt", "adult"), ("policy", "policies"), ("ADULT", "adult"), ("senor", "senior"), ("xyz", nil),
      ("productivity", nil), (String(repeating: "a", count: 10_000), nil),
    ])
  func nearest(word: String, expected: String?) {
    #expect(Suggestion.nearest(to: word, among: ["child", "adult", "senior", "policies"]) == expected)
  }
}
