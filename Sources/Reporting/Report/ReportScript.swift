import Experiments
import Foundation

/// The only script of a report: it saves a table as CSV. Everything else of the page works without it.
enum ReportScript {
  /// A mean with its interval is one cell for readers and three values in the file.
  static let text = """
    const csv = table => [...table.rows].map((row, line) => [...row.cells].flatMap((cell, place) => {
      const range = [...table.rows].some(other => other.cells[place]?.querySelector('.range'))
      const mean = cell.firstChild ? cell.firstChild.textContent.trim() : ''
      const ends = cell.querySelector('.range')?.textContent.split(' to ') ?? ['', '']
      const values = !range ? [mean] : line ? [mean, ...ends] : [mean, mean + ' from', mean + ' to']
      return values.map(value => /^[+−]?[\\d,]*\\.?\\d+$/.test(value)
        ? value.replaceAll(',', '').replace('−', '-').replace('+', '')
        : /[",]/.test(value) ? '"' + value.replaceAll('"', '""') + '"' : value)
    }).join(',')).join('\\n') + '\\n'
    for (const button of document.querySelectorAll('button')) {
      const figure = button.closest('figure')
      button.hidden = false
      button.onclick = () => {
        const link = document.createElement('a')
        link.download = figure.id + '.csv'
        link.href = URL.createObjectURL(new Blob([csv(figure.querySelector('table'))], {type: 'text/csv'}))
        link.click()
      }
    }

    """

  /// By which the page's policy knows this script, and allows no other.
  static var source: String {
    let digits = Array(Digest.sha256(text))
    let bytes = stride(from: 0, to: digits.count, by: 2).compactMap {
      UInt8(String(digits[$0...$0 + 1]), radix: 16)
    }
    return "'sha256-\(Data(bytes).base64EncodedString())'"
  }
}
