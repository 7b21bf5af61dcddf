/// The looks of a report: a column of text, charts within it, the same on paper.
enum ReportStyle {
  static let sheet = """
    \(shapes)
    \(ChartStyle.shapes)
    \(colours(ChartStyle.light))
    @media screen and (prefers-color-scheme:dark){
    \(colours(ChartStyle.dark))
    }
    \(ComparisonTable.styles)
    \(layouts)
    """

  private static func colours(_ palette: ChartStyle.Palette) -> String {
    """
    body{background:\(palette.paper.text);color:\(palette.ink.text)}
    .sub,.source,.facts dt,.range{color:\(palette.quiet.text)}
    a{color:\(palette.link.text)}
    .card,pre,thead th{background:\(palette.card.text)}
    th,td,hr,details,.card{border-color:\(palette.grid.text)}
    \(ChartStyle.rules(palette))
    """
  }

  private static let shapes = """
    :root{color-scheme:light dark}
    body{font:16px/1.5 system-ui,"Segoe UI",Roboto,"DejaVu Sans",sans-serif;max-width:768px;margin:0 auto;\
    padding:16px;overflow-wrap:break-word}
    h1{font-size:1.7em;line-height:1.2;margin:.4em 0}
    h2{font-size:1.25em;margin:2em 0 .3em;border-top:1px solid;padding-top:.6em}
    h3{font-size:1em;line-height:1.3;margin:0}
    p{margin:.5em 0}
    .kicker{margin:0;font-size:.9em}
    .sub,.source{font-size:.8em;margin:.2em 0}
    figure{margin:1.2em 0}
    svg{display:block;max-width:100%;height:auto;margin:.4em 0}
    .pair{display:grid;grid-template-columns:1fr 1fr;gap:0 32px}
    .pair .wide{grid-column:1/-1}
    .pair figure{min-width:0}
    details{font-size:.85em;border-top:1px solid;padding:.2em 0}
    summary{cursor:pointer;padding:.2em 0}
    .scroll{overflow-x:auto}
    details .scroll{max-height:24em;overflow-y:auto}
    table{border-collapse:collapse;width:100%;font-variant-numeric:tabular-nums}
    th,td{text-align:left;vertical-align:top;padding:.25em .5em;border-bottom:1px solid}
    th{font-weight:600}
    td,.n{text-align:right;white-space:nowrap}
    td:first-child,.t,.words td{text-align:left;white-space:normal}
    .compare{font-size:.8em;table-layout:fixed;margin-bottom:1em}
    .compare th:first-child{width:20%}
    .compare th,.compare td{padding:.25em .3em}
    .compare td{text-align:center;white-space:normal}
    .compare thead th{vertical-align:bottom;text-align:center;hyphens:auto;padding:.25em 0;font-size:.95em}
    .answer{font-size:.85em}
    .answer th,.answer td{padding:.25em .4em}
    .compare thead th:first-child{text-align:left}
    button{font:inherit;padding:.3em .8em}
    .range{display:block;font-size:.85em;font-weight:400}
    pre{padding:.6em;overflow-x:auto;font-size:.85em;white-space:pre-wrap}
    .card{border:1px solid;border-radius:6px;padding:.2em 1em;margin:1em 0}
    .facts{display:grid;grid-template-columns:max-content 1fr;gap:.2em 1em;font-size:.9em}
    .facts dd{margin:0;min-width:0}
    """

  private static let layouts = """
    .tight{display:none}
    @media screen and (max-width:700px){
    .pair{display:block}
    .roomy,.extra{display:none}
    .tight,.any{display:block;width:100%}
    .key{font-size:.9em}
    .key th,.key td{padding:.25em .2em}
    .key .range{white-space:normal}
    .facts{display:block}
    .facts dd{margin-bottom:.5em}
    h1{font-size:1.4em}
    .answer thead{display:none}
    .answer,.answer tbody,.answer tr,.answer td{display:block;border:0}
    .answer tr{border-bottom:1px solid;padding:.4em 0}
    .answer td{padding:.1em 0}
    .answer td:first-child{font-weight:600}
    }
    @media print{
    body{font-size:10.5pt;padding:0;max-width:none}
    figure,.card,tr,section>p{break-inside:avoid}
    .pair{display:block;orphans:1;widows:1}
    .pair .half{display:inline-block;vertical-align:top;width:366px;max-width:47%;margin-right:2%}
    .pair svg{max-height:19cm}
    h2,h3,section>p,figcaption{break-after:avoid}
    details:not([open]){display:none}
    a{text-decoration:none}
    .scroll{overflow:visible}
    .scroll table{font-size:.85em}
    .scroll .compare{min-width:0!important;font-size:.68em}
    }
    """
}
