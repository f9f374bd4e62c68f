/**
 * The rules of the house that can be counted or followed, as tests: sizes, names, door plates, and
 * who may depend on whom.
 *
 * <p>In: the source tree and the compiled classes. Out: violations, none of them frozen. Open
 * first: {@link io.pgdouble.house.HouseRulesTest}.
 */
package io.pgdouble.house;
