package io.pgdouble.type;

import io.pgdouble.type.DateTimeNumbers.MonthForm;
import io.pgdouble.type.DateTimeTokens.Kind;
import io.pgdouble.type.DateTimeTokens.Token;
import io.pgdouble.type.DateTimeWords.Meaning;
import io.pgdouble.type.DateTimeWords.Word;
import io.pgdouble.type.ZoneAbbreviations.Abbreviation;
import java.util.List;
import java.util.Optional;

/**
 * Reads a time of day, with a date perhaps for the sake of its zone. Server: {@code datetime.c:
 * DecodeTimeOnly}.
 */
final class TimeReader {
  private final TypeEnvironment environment;
  private final List<Token> tokens;
  private final DateTimeState state = new DateTimeState();
  private final DateTimeNumbers numbers;
  private final ZoneWords zones = new ZoneWords(state);
  private Meaning prefix = Meaning.NONE;

  private TimeReader(List<Token> tokens, TypeEnvironment environment) {
    this.tokens = tokens;
    this.environment = environment;
    this.numbers = new DateTimeNumbers(state, environment.dateStyle().order());
  }

  /** The time with the displacement it has, given or the session's. */
  static TimeTz read(String text, int room, TypeEnvironment environment) {
    return new TimeReader(DateTimeTokens.split(text, room), environment).read();
  }

  private TimeTz read() {
    for (int i = 0; i < tokens.size(); i++) {
      String text = tokens.get(i).text();
      state.note(
          switch (tokens.get(i).kind()) {
            case DATE -> date(i, text);
            case TIME -> clock(text);
            case DISPLACEMENT -> displacement(text);
            case NUMBER -> number(i, text);
            case STRING, SPECIAL -> word(text);
          });
    }
    if (prefix != Meaning.NONE) {
      throw DateTimeFault.badFormat();
    }
    state.validateDate();
    state.applyHalf();
    if (state.timeOverflows()) {
      throw DateTimeFault.overflow();
    }
    if (!state.has(DateTimeState.TIME)) {
      throw DateTimeFault.badFormat();
    }
    resolveZone();
    return new TimeTz(state.fields().microsOfDay(), state.secondsWest);
  }

  private void resolveZone() {
    Optional<Zone.ZoneOffset> only = zones.named().flatMap(Zone::onlyOffset);
    if (only.isPresent()) {
      if ((state.found & DateTimeState.DTZMOD) != 0) {
        throw DateTimeFault.badFormat();
      }
      state.secondsWest = -only.get().secondsEast();
      return;
    }
    boolean none = (state.found & DateTimeState.DATE) == 0;
    if (state.has(DateTimeState.DATE)) {
      zones.resolve(state.fields(), environment.timeZone());
    } else if (none && zones.named().isEmpty()) {
      zones.resolve(today(), environment.timeZone());
    } else if ((state.found & DateTimeState.TZ) == 0 || zones.named().isPresent()) {
      // A zone whose clocks change needs a whole date, and half a date is of no use.
      throw DateTimeFault.badFormat();
    }
  }

  private DateTimeFields today() {
    DateTimeFields now =
        DateTimes.fields(environment.transactionStart(), environment.timeZone()).fields();
    return new DateTimeFields(
        now.year(), now.month(), now.day(), state.hour, state.minute, state.second, 0);
  }

  private Kind kind(int index) {
    return index < tokens.size() ? tokens.get(index).kind() : Kind.STRING;
  }

  private int date(int index, String text) {
    boolean more = tokens.size() >= 2;
    if (index == 0 && more && (kind(tokens.size() - 1) == Kind.DATE || kind(1) == Kind.TIME)) {
      return numbers.date(text);
    }
    if (!Ascii.isDigit(text.charAt(0))) {
      return zones.name(text);
    }
    int minus = text.indexOf('-');
    if (state.has(DateTimeState.TIME) || minus < 0) {
      throw DateTimeFault.badFormat();
    }
    state.secondsWest = DateTimeNumbers.displacement(text.substring(minus));
    return time(text.substring(0, minus)) | DateTimeState.TZ;
  }

  /** Perhaps behind the {@code T} of ISO 8601. */
  private int clock(String text) {
    if (prefix != Meaning.NONE && prefix != Meaning.TIME) {
      throw DateTimeFault.badFormat();
    }
    prefix = Meaning.NONE;
    return numbers.clock(text);
  }

  private int time(String digits) {
    return numbers.numberField(digits, state.found | DateTimeState.DATE);
  }

  private int displacement(String text) {
    state.secondsWest = DateTimeNumbers.displacement(text);
    return DateTimeState.TZ;
  }

  private int number(int index, String text) {
    if (prefix != Meaning.NONE) {
      return labelled(text);
    }
    int point = text.indexOf('.');
    if (point >= 0) {
      boolean dateLast = tokens.size() >= 2 && kind(tokens.size() - 1) == Kind.DATE;
      if (index == 0 && dateLast) {
        return numbers.date(text);
      }
      if (point <= 2) {
        throw DateTimeFault.badFormat();
      }
      return time(text);
    }
    return text.length() > 4
        ? time(text)
        : numbers.number(text, state.found | DateTimeState.DATE, MonthForm.NUMBER);
  }

  private int labelled(String text) {
    DateTimeCursor cursor = new DateTimeCursor(text, 0);
    int value = cursor.int32();
    if (cursor.peek() != '.' && !cursor.atEnd()) {
      throw DateTimeFault.badFormat();
    }
    Meaning label = prefix;
    prefix = Meaning.NONE;
    if (label == Meaning.TIME) {
      return time(text);
    }
    if (label != Meaning.JULIAN) {
      throw DateTimeFault.badFormat();
    }
    if (value < 0) {
      throw DateTimeFault.overflow();
    }
    state.setJulianDay(value);
    state.julian = true;
    if (cursor.peek() != '.') {
      return DateTimeState.DATE;
    }
    state.setTime(DateTimes.fields((long) (cursor.fraction() * DateTimes.MICROS_PER_DAY)));
    return DateTimeState.DATE | DateTimeState.TIME;
  }

  private int word(String text) {
    Optional<Abbreviation> abbreviation = ZoneAbbreviations.find(text);
    if (abbreviation.isPresent()) {
      return zones.abbreviation(abbreviation.get(), text);
    }
    Optional<Word> found = DateTimeWords.ofDate(text);
    if (found.isEmpty()) {
      return zones.wordOrNothing(text);
    }
    Word word = found.get();
    return switch (word.kind()) {
      case IGNORE -> 0;
      case RESERV -> reserved(word.meaning());
      case DTZMOD -> zones.daylight(word.number());
      case AMPM -> {
        state.half = word.meaning();
        yield DateTimeState.AMPM;
      }
      case ADBC -> {
        state.bc = word.meaning() == Meaning.BC;
        yield DateTimeState.ADBC;
      }
      case UNITS, ISOTIME -> {
        if (prefix != Meaning.NONE) {
          throw DateTimeFault.badFormat();
        }
        prefix = word.meaning();
        yield 0;
      }
      case MONTH, DOW, AGO -> throw DateTimeFault.badFormat();
    };
  }

  private int reserved(Meaning meaning) {
    if (meaning == Meaning.NOW) {
      state.setTime(
          DateTimes.fields(environment.transactionStart(), environment.timeZone()).fields());
      return DateTimeState.TIME;
    }
    if (meaning != Meaning.ZULU) {
      throw DateTimeFault.badFormat();
    }
    state.hour = 0;
    state.minute = 0;
    state.second = 0;
    return DateTimeState.TIME | DateTimeState.TZ;
  }
}
