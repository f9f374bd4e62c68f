package io.pgdouble.conformance;

/** Writes a case file: the one form a case has, so that a difference in a file is one in fact. */
final class CaseWriter {

  private CaseWriter() {}

  static String write(Case written) {
    StringBuilder out = new StringBuilder();
    writeHeader(out, written.header());
    out.append('\n');
    for (Case.Line line : written.lines()) {
      writeLine(out, line);
    }
    return out.toString();
  }

  private static void writeHeader(StringBuilder out, CaseHeader header) {
    out.append(CaseReader.VERSION_LINE).append('\n');
    out.append("title\t").append(header.title()).append('\n');
    out.append("majors\t").append(header.majors()).append('\n');
    if (!header.recorded().isEmpty()) {
      out.append("recorded\t").append(header.recorded()).append('\n');
    }
    out.append(header.server().text());
    header.needs().forEach(need -> out.append("needs\t").append(need.word()).append('\n'));
    header
        .tolerances()
        .forEach(tolerance -> out.append("tolerate\t").append(tolerance.word()).append('\n'));
    for (Mask mask : header.masks()) {
      out.append("mask\t").append(mask.pattern()).append(" || ").append(mask.word());
      out.append(" || ").append(mask.reason()).append('\n');
    }
  }

  private static void writeLine(StringBuilder out, Case.Line line) {
    if (line instanceof Case.Scripted scripted) {
      out.append(scripted.step().text()).append('\n');
      scripted.golden().forEach(answer -> out.append(answer.text()).append('\n'));
    } else if (line instanceof Case.Remark remark) {
      out.append(remark.text()).append('\n');
    }
  }
}
