package io.pgdouble.type;

import io.pgdouble.type.DateTimeNumbers.MonthForm;
import io.pgdouble.type.DateTimeTokens.Token;
import io.pgdouble.type.DateTimeWords.Kind;
import io.pgdouble.type.DateTimeWords.Meaning;
import io.pgdouble.type.DateTimeWords.Word;
import io.pgdouble.type.ZoneAbbreviations.Abbreviation;
import java.util.List;
import java.util.Optional;

/** Reads a date with or without a time. Server: {@code datetime.c: DecodeDateTime}. */
final class DateTimeReader {
  private final TypeEnvironment environment;
  private final DateTimeState state = new DateTimeState();
  private final DateTimeNumbers numbers;
  private final ZoneWords zones = new ZoneWords(state);
  private Meaning result = Meaning.NONE;
  private Meaning prefix = Meaning.NONE;

  /**
   * What was read.
   *
   * @param special LATE, EARLY, EPOCH, or NONE for a date with its fields
   */
  record Reading(Meaning special, DateTimeFields fields, int secondsWest) {}

  private DateTimeReader(TypeEnvironment environment) {
    this.environment = environment;
    this.numbers = new DateTimeNumbers(state, environment.dateStyle().order());
  }

  /**
   * @param room see {@link DateTimeTokens#split}
   */
  static Reading read(String text, int room, TypeEnvironment environment) {
    return new DateTimeReader(environment).read(DateTimeTokens.split(text, room));
  }

  private Reading read(List<Token> tokens) {
    for (Token token : tokens) {
      state.note(
          switch (token.kind()) {
            case DATE -> date(token.text());
            case TIME -> time(token.text());
            case DISPLACEMENT -> displacement(token.text());
            case NUMBER -> number(token.text());
            case STRING, SPECIAL -> word(token.text());
          });
    }
    if (prefix != Meaning.NONE) {
      throw DateTimeFault.badFormat();
    }
    if (result == Meaning.NONE) {
      finish();
    }
    return new Reading(result, state.fields(), state.secondsWest);
  }

  private void finish() {
    state.validateDate();
    state.applyHalf();
    if (!state.has(DateTimeState.DATE)) {
      throw DateTimeFault.badFormat();
    }
    zones.resolve(state.fields(), environment.timeZone());
  }

  private int date(String text) {
    if (prefix == Meaning.JULIAN) {
      return julianWithZone(text);
    }
    boolean known = state.has(DateTimeState.MONTH | DateTimeState.DAY);
    if (prefix == Meaning.NONE && !known) {
      return numbers.date(text);
    }
    if (!Ascii.isDigit(text.charAt(0)) && prefix == Meaning.NONE) {
      return zones.name(text);
    }
    takePrefix(Meaning.TIME);
    int minus = text.indexOf('-');
    if (state.has(DateTimeState.TIME) || minus < 0) {
      throw DateTimeFault.badFormat();
    }
    state.secondsWest = DateTimeNumbers.displacement(text.substring(minus));
    return numbers.numberField(text.substring(0, minus), state.found) | DateTimeState.TZ;
  }

  private int julianWithZone(String text) {
    DateTimeCursor cursor = new DateTimeCursor(text, 0);
    int day = cursor.int32();
    if (day < 0) {
      throw DateTimeFault.overflow();
    }
    state.setJulianDay(day);
    state.julian = true;
    state.secondsWest = DateTimeNumbers.displacement(cursor.rest());
    prefix = Meaning.NONE;
    return DateTimeState.DATE | DateTimeState.TIME | DateTimeState.TZ;
  }

  /** A label before this field must be the one given, if there is one. */
  private void takePrefix(Meaning allowed) {
    if (prefix != Meaning.NONE && prefix != allowed) {
      throw DateTimeFault.badFormat();
    }
    prefix = Meaning.NONE;
  }

  private int time(String text) {
    takePrefix(Meaning.TIME);
    int mask = numbers.clock(text);
    if (state.timeOverflows()) {
      throw DateTimeFault.overflow();
    }
    return mask;
  }

  private int displacement(String text) {
    state.secondsWest = DateTimeNumbers.displacement(text);
    return DateTimeState.TZ;
  }

  private int number(String text) {
    if (prefix != Meaning.NONE) {
      return labelled(text);
    }
    int point = text.indexOf('.');
    boolean noDate = (state.found & DateTimeState.DATE) == 0;
    boolean noTime = (state.found & DateTimeState.TIME) == 0;
    if (point >= 0 && noDate) {
      return numbers.date(text);
    }
    if (point > 2 || text.length() >= 6 && (noDate || noTime)) {
      return numbers.numberField(text, state.found);
    }
    return numbers.number(text, state.found, state.monthForm);
  }

  /** The field before named this one. */
  private int labelled(String text) {
    DateTimeCursor cursor = new DateTimeCursor(text, 0);
    int value = cursor.int32();
    if (cursor.peek() != '.' && !cursor.atEnd()) {
      throw DateTimeFault.badFormat();
    }
    int mask;
    if (prefix == Meaning.JULIAN) {
      mask = julian(value, cursor);
    } else if (prefix == Meaning.TIME) {
      mask = numbers.numberField(text, state.found | DateTimeState.DATE);
      if (mask != DateTimeState.TIME) {
        throw DateTimeFault.badFormat();
      }
    } else {
      throw DateTimeFault.badFormat();
    }
    prefix = Meaning.NONE;
    result = Meaning.NONE;
    return mask;
  }

  private int julian(int day, DateTimeCursor cursor) {
    if (day < 0) {
      throw DateTimeFault.overflow();
    }
    state.setJulianDay(day);
    state.julian = true;
    if (cursor.peek() != '.') {
      return DateTimeState.DATE;
    }
    long micros = (long) (cursor.fraction() * DateTimes.MICROS_PER_DAY);
    state.setTime(DateTimes.fields(micros));
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
      case MONTH -> month(word.number());
      case DTZMOD -> zones.daylight(word.number());
      case AMPM -> {
        state.half = word.meaning();
        yield DateTimeState.AMPM;
      }
      case ADBC -> {
        state.bc = word.meaning() == Meaning.BC;
        yield DateTimeState.ADBC;
      }
      case DOW -> DateTimeState.DOW;
      case UNITS, ISOTIME -> label(word);
      case AGO -> throw DateTimeFault.badFormat();
    };
  }

  private int label(Word word) {
    boolean misplaced = word.kind() == Kind.ISOTIME && !state.has(DateTimeState.DATE);
    if (misplaced || prefix != Meaning.NONE) {
      throw DateTimeFault.badFormat();
    }
    prefix = word.meaning();
    return 0;
  }

  /** A month in letters may show that the number read as the month was the day. */
  private int month(int number) {
    int mask = DateTimeState.MONTH;
    boolean swap =
        (state.found & DateTimeState.MONTH) != 0
            && state.monthForm == MonthForm.NUMBER
            && (state.found & DateTimeState.DAY) == 0
            && state.month >= 1
            && state.month <= 31;
    if (swap) {
      state.day = state.month;
      mask = DateTimeState.DAY;
    }
    state.monthForm = MonthForm.WORD;
    state.month = number;
    return mask;
  }

  private int reserved(Meaning meaning) {
    int all = DateTimeState.DATE | DateTimeState.TIME | DateTimeState.TZ;
    return switch (meaning) {
      case NOW -> {
        ZonedFields now = now();
        state.setDate(new int[] {now.fields().year(), now.fields().month(), now.fields().day()});
        state.setTime(now.fields());
        state.secondsWest = -now.offset().secondsEast();
        result = Meaning.NONE;
        yield all;
      }
      case TODAY -> day(0);
      case TOMORROW -> day(1);
      case YESTERDAY -> day(-1);
      case ZULU -> {
        state.hour = 0;
        state.minute = 0;
        state.second = 0;
        state.secondsWest = 0;
        result = Meaning.NONE;
        yield DateTimeState.TIME | DateTimeState.TZ;
      }
      default -> {
        result = meaning;
        yield all;
      }
    };
  }

  private int day(int fromToday) {
    state.setJulianDay(now().fields().julianDay() + fromToday);
    result = Meaning.NONE;
    return DateTimeState.DATE;
  }

  private ZonedFields now() {
    return DateTimes.fields(environment.transactionStart(), environment.timeZone());
  }
}
