/** Takes a text piece by piece. */
export interface LineSplitter {
  take(piece: string): void;
  /** The text is over: its last line may have no end. */
  end(): void;
}

/**
 * Splits a text at line feeds alone. Node's readline splits at U+2028 and lone carriage returns as well, which JSON leaves as they are: text
 * of a target would tear lines of the log. Of a line longer than `longest` characters only as many, and one more, are kept.
 */
export function splitLines(onLine: (line: string) => void, longest: number): LineSplitter {
  let open = '';
  const tell = (line: string): void => onLine(line.endsWith('\r') ? line.slice(0, -1) : line);
  const grow = (piece: string): void => {
    if (open.length <= longest) open += piece.slice(0, longest + 1 - open.length);
  };
  return {
    take(piece) {
      let from = 0;
      for (let at = piece.indexOf('\n'); at >= 0; at = piece.indexOf('\n', from)) {
        grow(piece.slice(from, at));
        tell(open);
        open = '';
        from = at + 1;
      }
      grow(piece.slice(from));
    },
    end() {
      if (open !== '') tell(open);
      open = '';
    },
  };
}
