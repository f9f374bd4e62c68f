package io.pgdouble.conformance;

import java.util.List;
import java.util.Set;

/**
 * What a case says of itself before its script.
 *
 * @param title a sentence: what is shown
 * @param majors for which it holds
 * @param recorded the server whose answers these are; empty while there are none
 * @param server on which it is played
 * @param needs what it asks of a server
 * @param tolerances differences tolerated by name
 * @param masks differences tolerated by pattern
 */
public record CaseHeader(
    String title,
    Majors majors,
    String recorded,
    ServerWish server,
    Set<Need> needs,
    Set<Tolerance> tolerances,
    List<Mask> masks) {

  CaseHeader withRecorded(String from) {
    return new CaseHeader(title, majors, from, server, needs, tolerances, masks);
  }
}
