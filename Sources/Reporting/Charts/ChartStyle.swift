/// The looks of a chart. Colours are those of Okabe and Ito, which most colour-blind readers tell apart, darkened or
/// lightened until text in them is legible: a contrast of 4.5 and more.
enum ChartStyle {
  static let title = 18.0
  static let heading = 13.0
  static let text = 12.0
  static let small = 11.0

  /// The colours of a light or a dark page.
  struct Palette {
    let paper: ChartColour
    /// Behind tables, quotations and cards.
    let card: ChartColour
    let ink: ChartColour
    let quiet: ChartColour
    let grid: ChartColour
    let link: ChartColour
    /// Lines that are there for comparison.
    let mute: ChartColour
    let series: [ChartColour]
    /// How much of a band's colour covers what lies below it.
    let band: Double
  }

  static let light = Palette(
    paper: ChartColour(0xFFFFFF), card: ChartColour(0xF5F6F8), ink: ChartColour(0x1D2126),
    quiet: ChartColour(0x595F67), grid: ChartColour(0xE2E5E9), link: ChartColour(0x005A8F),
    mute: ChartColour(0x8B929B),
    series: [0x0072B2, 0xC24E00, 0x00795A, 0xA8487F, 0x8A6100, 0x4A5568].map { ChartColour($0) }, band: 0.16)

  static let dark = Palette(
    paper: ChartColour(0x16191D), card: ChartColour(0x1F242A), ink: ChartColour(0xE6E8EB),
    quiet: ChartColour(0xA3AAB3), grid: ChartColour(0x2F353C), link: ChartColour(0x7CC4F5),
    mute: ChartColour(0x6C747E),
    series: [0x56B4E9, 0xF08A4B, 0x2FC79B, 0xE29AC4, 0xE6B84A, 0xB4BCC6].map { ChartColour($0) }, band: 0.25)

  /// How many lines have a colour of their own.
  static let colours = light.series.count

  /// From losses over no change to gains: fills with their own ink, the same on a light and a dark page.
  static let steps = [0xB34700, 0xEFB08A, 0xC9CED5, 0x8FC3E8, 0x005F99].map { ChartColour($0) }

  /// The class of a line, dot, label or band: a series' colour.
  static func series(_ index: Int) -> String { "s\(index % colours)" }

  /// A style sheet for a file that holds one chart.
  static var sheet: String {
    """
    \(shapes)
    \(rules(light))
    @media (prefers-color-scheme:dark){
    \(rules(dark))
    }
    """
  }

  /// What does not depend on the page's colours.
  static let shapes = """
    text{font:12px system-ui,"Segoe UI",Roboto,"DejaVu Sans",sans-serif}
    .title{font-size:18px;font-weight:600}
    .heading{font-size:13px;font-weight:600}
    .small{font-size:11px}
    .event{stroke-dasharray:2 3}
    .q{font-size:11px}
    .grid{fill:none}
    .line{fill:none;stroke:currentColor;stroke-width:2;stroke-linejoin:round;stroke-linecap:round}
    .thin{stroke-width:1.5}
    .whisker{stroke-width:1.5}
    .dot,.label,.band,.bar{fill:currentColor}
    .pale{fill-opacity:.45}
    .hollow{stroke:currentColor;stroke-width:2}
    \(steps.enumerated().map { ".g\($0){fill:\($1.text)}.on\($0){fill:\($1.ink.text)}" }.joined(separator: "\n"))
    """

  /// What does.
  static func rules(_ palette: Palette) -> String {
    """
    text{fill:\(palette.ink.text)}
    .paper,.hollow{fill:\(palette.paper.text)}
    .quiet,.q{fill:\(palette.quiet.text)}
    .grid{stroke:\(palette.grid.text)}
    .zero,.whisker{stroke:\(palette.ink.text)}
    .event{stroke:\(palette.quiet.text)}
    .label{fill:currentColor}
    .mute{color:\(palette.mute.text)}
    .band{fill-opacity:\(palette.band)}
    \(palette.series.enumerated().map { ".s\($0){color:\($1.text)}" }.joined(separator: "\n"))
    """
  }
}
