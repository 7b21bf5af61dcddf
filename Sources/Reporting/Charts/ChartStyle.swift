/// The looks of a chart. Colours are those of Okabe and Ito, which most colour-blind readers tell apart, darkened or
/// lightened until text in them is legible: a contrast of 4.5 and more.
enum ChartStyle {
  /// How many lines have a colour of their own; beyond them colours come again, dashed.
  static let colours = 6

  static let title = 18.0
  static let heading = 13.0
  static let text = 12.0
  static let small = 11.0

  static let sheet = """
    text{font:12px system-ui,"Segoe UI",Roboto,"DejaVu Sans",sans-serif;fill:#1d2126}
    .paper{fill:#fff}
    .title{font-size:18px;font-weight:600}
    .heading{font-size:13px;font-weight:600}
    .quiet{fill:#595f67}
    .small{font-size:11px}
    .grid{stroke:#e2e5e9}
    .zero{stroke:#1d2126}
    .event{stroke:#595f67;stroke-dasharray:2 3}
    .line{fill:none;stroke:currentColor;stroke-width:2;stroke-linejoin:round;stroke-linecap:round}
    .again{stroke-dasharray:6 4}
    .dot,.label,.band{fill:currentColor}
    .band{fill-opacity:.16}
    \(classes(["#0072b2", "#c24e00", "#00795a", "#a8487f", "#8a6100", "#4a5568"]))
    @media (prefers-color-scheme:dark){
    text{fill:#e6e8eb}
    .paper{fill:#16191d}
    .quiet{fill:#a3aab3}
    .grid{stroke:#2f353c}
    .zero{stroke:#e6e8eb}
    .event{stroke:#a3aab3}
    .label{fill:currentColor}
    .band{fill-opacity:.25}
    \(classes(["#56b4e9", "#f08a4b", "#2fc79b", "#e29ac4", "#e6b84a", "#b4bcc6"]))
    }
    """

  private static func classes(_ colours: [String]) -> String {
    colours.enumerated().map { ".s\($0){color:\($1)}" }.joined(separator: "\n")
  }
}
