package io.pgdouble.engine.sql;

/**
 * The keywords of PostgreSQL 14 to 18, their token numbers, and where each may stand ({@code
 * kwlist.h}; manual: {@code sql-keywords-appendix}). A table.
 *
 * <p>Numbers follow the alphabet from {@link #BASE}, the words of 17 and 18 behind it; the
 * constants are inlined by the compiler, so only {@link #WORDS} is read at run time.
 */
final class Keyword {
  /** The token number of the first keyword. */
  static final int BASE = 300;

  static final int ABORT = 300;
  static final int ABSENT = 301;
  static final int ABSOLUTE = 302;
  static final int ACCESS = 303;
  static final int ACTION = 304;
  static final int ADD = 305;
  static final int ADMIN = 306;
  static final int AFTER = 307;
  static final int AGGREGATE = 308;
  static final int ALL = 309;
  static final int ALSO = 310;
  static final int ALTER = 311;
  static final int ALWAYS = 312;
  static final int ANALYSE = 313;
  static final int ANALYZE = 314;
  static final int AND = 315;
  static final int ANY = 316;
  static final int ARRAY = 317;
  static final int AS = 318;
  static final int ASC = 319;
  static final int ASENSITIVE = 320;
  static final int ASSERTION = 321;
  static final int ASSIGNMENT = 322;
  static final int ASYMMETRIC = 323;
  static final int AT = 324;
  static final int ATOMIC = 325;
  static final int ATTACH = 326;
  static final int ATTRIBUTE = 327;
  static final int AUTHORIZATION = 328;
  static final int BACKWARD = 329;
  static final int BEFORE = 330;
  static final int BEGIN = 331;
  static final int BETWEEN = 332;
  static final int BIGINT = 333;
  static final int BINARY = 334;
  static final int BIT = 335;
  static final int BOOLEAN = 336;
  static final int BOTH = 337;
  static final int BREADTH = 338;
  static final int BY = 339;
  static final int CACHE = 340;
  static final int CALL = 341;
  static final int CALLED = 342;
  static final int CASCADE = 343;
  static final int CASCADED = 344;
  static final int CASE = 345;
  static final int CAST = 346;
  static final int CATALOG = 347;
  static final int CHAIN = 348;
  static final int CHAR = 349;
  static final int CHARACTER = 350;
  static final int CHARACTERISTICS = 351;
  static final int CHECK = 352;
  static final int CHECKPOINT = 353;
  static final int CLASS = 354;
  static final int CLOSE = 355;
  static final int CLUSTER = 356;
  static final int COALESCE = 357;
  static final int COLLATE = 358;
  static final int COLLATION = 359;
  static final int COLUMN = 360;
  static final int COLUMNS = 361;
  static final int COMMENT = 362;
  static final int COMMENTS = 363;
  static final int COMMIT = 364;
  static final int COMMITTED = 365;
  static final int COMPRESSION = 366;
  static final int CONCURRENTLY = 367;
  static final int CONFIGURATION = 368;
  static final int CONFLICT = 369;
  static final int CONNECTION = 370;
  static final int CONSTRAINT = 371;
  static final int CONSTRAINTS = 372;
  static final int CONTENT = 373;
  static final int CONTINUE = 374;
  static final int CONVERSION = 375;
  static final int COPY = 376;
  static final int COST = 377;
  static final int CREATE = 378;
  static final int CROSS = 379;
  static final int CSV = 380;
  static final int CUBE = 381;
  static final int CURRENT = 382;
  static final int CURRENT_CATALOG = 383;
  static final int CURRENT_DATE = 384;
  static final int CURRENT_ROLE = 385;
  static final int CURRENT_SCHEMA = 386;
  static final int CURRENT_TIME = 387;
  static final int CURRENT_TIMESTAMP = 388;
  static final int CURRENT_USER = 389;
  static final int CURSOR = 390;
  static final int CYCLE = 391;
  static final int DATA = 392;
  static final int DATABASE = 393;
  static final int DAY = 394;
  static final int DEALLOCATE = 395;
  static final int DEC = 396;
  static final int DECIMAL = 397;
  static final int DECLARE = 398;
  static final int DEFAULT = 399;
  static final int DEFAULTS = 400;
  static final int DEFERRABLE = 401;
  static final int DEFERRED = 402;
  static final int DEFINER = 403;
  static final int DELETE = 404;
  static final int DELIMITER = 405;
  static final int DELIMITERS = 406;
  static final int DEPENDS = 407;
  static final int DEPTH = 408;
  static final int DESC = 409;
  static final int DETACH = 410;
  static final int DICTIONARY = 411;
  static final int DISABLE = 412;
  static final int DISCARD = 413;
  static final int DISTINCT = 414;
  static final int DO = 415;
  static final int DOCUMENT = 416;
  static final int DOMAIN = 417;
  static final int DOUBLE = 418;
  static final int DROP = 419;
  static final int EACH = 420;
  static final int ELSE = 421;
  static final int ENABLE = 422;
  static final int ENCODING = 423;
  static final int ENCRYPTED = 424;
  static final int END = 425;
  static final int ENUM = 426;
  static final int ESCAPE = 427;
  static final int EVENT = 428;
  static final int EXCEPT = 429;
  static final int EXCLUDE = 430;
  static final int EXCLUDING = 431;
  static final int EXCLUSIVE = 432;
  static final int EXECUTE = 433;
  static final int EXISTS = 434;
  static final int EXPLAIN = 435;
  static final int EXPRESSION = 436;
  static final int EXTENSION = 437;
  static final int EXTERNAL = 438;
  static final int EXTRACT = 439;
  static final int FALSE = 440;
  static final int FAMILY = 441;
  static final int FETCH = 442;
  static final int FILTER = 443;
  static final int FINALIZE = 444;
  static final int FIRST_ = 445;
  static final int FLOAT = 446;
  static final int FOLLOWING = 447;
  static final int FOR = 448;
  static final int FORCE = 449;
  static final int FOREIGN = 450;
  static final int FORMAT = 451;
  static final int FORWARD = 452;
  static final int FREEZE = 453;
  static final int FROM = 454;
  static final int FULL = 455;
  static final int FUNCTION = 456;
  static final int FUNCTIONS = 457;
  static final int GENERATED = 458;
  static final int GLOBAL = 459;
  static final int GRANT = 460;
  static final int GRANTED = 461;
  static final int GREATEST = 462;
  static final int GROUP = 463;
  static final int GROUPING = 464;
  static final int GROUPS = 465;
  static final int HANDLER = 466;
  static final int HAVING = 467;
  static final int HEADER = 468;
  static final int HOLD = 469;
  static final int HOUR = 470;
  static final int IDENTITY = 471;
  static final int IF = 472;
  static final int ILIKE = 473;
  static final int IMMEDIATE = 474;
  static final int IMMUTABLE = 475;
  static final int IMPLICIT = 476;
  static final int IMPORT = 477;
  static final int IN = 478;
  static final int INCLUDE = 479;
  static final int INCLUDING = 480;
  static final int INCREMENT = 481;
  static final int INDENT = 482;
  static final int INDEX = 483;
  static final int INDEXES = 484;
  static final int INHERIT = 485;
  static final int INHERITS = 486;
  static final int INITIALLY = 487;
  static final int INLINE = 488;
  static final int INNER = 489;
  static final int INOUT = 490;
  static final int INPUT = 491;
  static final int INSENSITIVE = 492;
  static final int INSERT = 493;
  static final int INSTEAD = 494;
  static final int INT = 495;
  static final int INTEGER = 496;
  static final int INTERSECT = 497;
  static final int INTERVAL = 498;
  static final int INTO = 499;
  static final int INVOKER = 500;
  static final int IS = 501;
  static final int ISNULL = 502;
  static final int ISOLATION = 503;
  static final int JOIN = 504;
  static final int JSON = 505;
  static final int JSON_ARRAY = 506;
  static final int JSON_ARRAYAGG = 507;
  static final int JSON_OBJECT = 508;
  static final int JSON_OBJECTAGG = 509;
  static final int KEY = 510;
  static final int KEYS = 511;
  static final int LABEL = 512;
  static final int LANGUAGE = 513;
  static final int LARGE = 514;
  static final int LAST = 515;
  static final int LATERAL = 516;
  static final int LEADING = 517;
  static final int LEAKPROOF = 518;
  static final int LEAST = 519;
  static final int LEFT = 520;
  static final int LEVEL = 521;
  static final int LIKE = 522;
  static final int LIMIT = 523;
  static final int LISTEN = 524;
  static final int LOAD = 525;
  static final int LOCAL = 526;
  static final int LOCALTIME = 527;
  static final int LOCALTIMESTAMP = 528;
  static final int LOCATION = 529;
  static final int LOCK = 530;
  static final int LOCKED = 531;
  static final int LOGGED = 532;
  static final int MAPPING = 533;
  static final int MATCH = 534;
  static final int MATCHED = 535;
  static final int MATERIALIZED = 536;
  static final int MAXVALUE = 537;
  static final int MERGE = 538;
  static final int METHOD = 539;
  static final int MINUTE = 540;
  static final int MINVALUE = 541;
  static final int MODE = 542;
  static final int MONTH = 543;
  static final int MOVE = 544;
  static final int NAME = 545;
  static final int NAMES = 546;
  static final int NATIONAL = 547;
  static final int NATURAL = 548;
  static final int NCHAR = 549;
  static final int NEW = 550;
  static final int NEXT = 551;
  static final int NFC = 552;
  static final int NFD = 553;
  static final int NFKC = 554;
  static final int NFKD = 555;
  static final int NO = 556;
  static final int NONE = 557;
  static final int NORMALIZE = 558;
  static final int NORMALIZED = 559;
  static final int NOT = 560;
  static final int NOTHING = 561;
  static final int NOTIFY = 562;
  static final int NOTNULL = 563;
  static final int NOWAIT = 564;
  static final int NULL = 565;
  static final int NULLIF = 566;
  static final int NULLS = 567;
  static final int NUMERIC = 568;
  static final int OBJECT = 569;
  static final int OF = 570;
  static final int OFF = 571;
  static final int OFFSET = 572;
  static final int OIDS = 573;
  static final int OLD = 574;
  static final int ON = 575;
  static final int ONLY = 576;
  static final int OPERATOR = 577;
  static final int OPTION = 578;
  static final int OPTIONS = 579;
  static final int OR = 580;
  static final int ORDER = 581;
  static final int ORDINALITY = 582;
  static final int OTHERS = 583;
  static final int OUT = 584;
  static final int OUTER = 585;
  static final int OVER = 586;
  static final int OVERLAPS = 587;
  static final int OVERLAY = 588;
  static final int OVERRIDING = 589;
  static final int OWNED = 590;
  static final int OWNER = 591;
  static final int PARALLEL = 592;
  static final int PARAMETER = 593;
  static final int PARSER = 594;
  static final int PARTIAL = 595;
  static final int PARTITION = 596;
  static final int PASSING = 597;
  static final int PASSWORD = 598;
  static final int PLACING = 599;
  static final int PLANS = 600;
  static final int POLICY = 601;
  static final int POSITION = 602;
  static final int PRECEDING = 603;
  static final int PRECISION = 604;
  static final int PREPARE = 605;
  static final int PREPARED = 606;
  static final int PRESERVE = 607;
  static final int PRIMARY = 608;
  static final int PRIOR = 609;
  static final int PRIVILEGES = 610;
  static final int PROCEDURAL = 611;
  static final int PROCEDURE = 612;
  static final int PROCEDURES = 613;
  static final int PROGRAM = 614;
  static final int PUBLICATION = 615;
  static final int QUOTE = 616;
  static final int RANGE = 617;
  static final int READ = 618;
  static final int REAL = 619;
  static final int REASSIGN = 620;
  static final int RECHECK = 621;
  static final int RECURSIVE = 622;
  static final int REF = 623;
  static final int REFERENCES = 624;
  static final int REFERENCING = 625;
  static final int REFRESH = 626;
  static final int REINDEX = 627;
  static final int RELATIVE = 628;
  static final int RELEASE = 629;
  static final int RENAME = 630;
  static final int REPEATABLE = 631;
  static final int REPLACE = 632;
  static final int REPLICA = 633;
  static final int RESET = 634;
  static final int RESTART = 635;
  static final int RESTRICT = 636;
  static final int RETURN = 637;
  static final int RETURNING = 638;
  static final int RETURNS = 639;
  static final int REVOKE = 640;
  static final int RIGHT = 641;
  static final int ROLE = 642;
  static final int ROLLBACK = 643;
  static final int ROLLUP = 644;
  static final int ROUTINE = 645;
  static final int ROUTINES = 646;
  static final int ROW = 647;
  static final int ROWS = 648;
  static final int RULE = 649;
  static final int SAVEPOINT = 650;
  static final int SCALAR = 651;
  static final int SCHEMA = 652;
  static final int SCHEMAS = 653;
  static final int SCROLL = 654;
  static final int SEARCH = 655;
  static final int SECOND = 656;
  static final int SECURITY = 657;
  static final int SELECT = 658;
  static final int SEQUENCE = 659;
  static final int SEQUENCES = 660;
  static final int SERIALIZABLE = 661;
  static final int SERVER = 662;
  static final int SESSION = 663;
  static final int SESSION_USER = 664;
  static final int SET = 665;
  static final int SETOF = 666;
  static final int SETS = 667;
  static final int SHARE = 668;
  static final int SHOW = 669;
  static final int SIMILAR = 670;
  static final int SIMPLE = 671;
  static final int SKIP = 672;
  static final int SMALLINT = 673;
  static final int SNAPSHOT = 674;
  static final int SOME = 675;
  static final int SQL = 676;
  static final int STABLE = 677;
  static final int STANDALONE = 678;
  static final int START = 679;
  static final int STATEMENT = 680;
  static final int STATISTICS = 681;
  static final int STDIN = 682;
  static final int STDOUT = 683;
  static final int STORAGE = 684;
  static final int STORED = 685;
  static final int STRICT = 686;
  static final int STRIP = 687;
  static final int SUBSCRIPTION = 688;
  static final int SUBSTRING = 689;
  static final int SUPPORT = 690;
  static final int SYMMETRIC = 691;
  static final int SYSID = 692;
  static final int SYSTEM = 693;
  static final int SYSTEM_USER = 694;
  static final int TABLE = 695;
  static final int TABLES = 696;
  static final int TABLESAMPLE = 697;
  static final int TABLESPACE = 698;
  static final int TEMP = 699;
  static final int TEMPLATE = 700;
  static final int TEMPORARY = 701;
  static final int TEXT = 702;
  static final int THEN = 703;
  static final int TIES = 704;
  static final int TIME = 705;
  static final int TIMESTAMP = 706;
  static final int TO = 707;
  static final int TRAILING = 708;
  static final int TRANSACTION = 709;
  static final int TRANSFORM = 710;
  static final int TREAT = 711;
  static final int TRIGGER = 712;
  static final int TRIM = 713;
  static final int TRUE = 714;
  static final int TRUNCATE = 715;
  static final int TRUSTED = 716;
  static final int TYPE = 717;
  static final int TYPES = 718;
  static final int UESCAPE = 719;
  static final int UNBOUNDED = 720;
  static final int UNCOMMITTED = 721;
  static final int UNENCRYPTED = 722;
  static final int UNION = 723;
  static final int UNIQUE = 724;
  static final int UNKNOWN = 725;
  static final int UNLISTEN = 726;
  static final int UNLOGGED = 727;
  static final int UNTIL = 728;
  static final int UPDATE = 729;
  static final int USER = 730;
  static final int USING = 731;
  static final int VACUUM = 732;
  static final int VALID = 733;
  static final int VALIDATE = 734;
  static final int VALIDATOR = 735;
  static final int VALUE = 736;
  static final int VALUES = 737;
  static final int VARCHAR = 738;
  static final int VARIADIC = 739;
  static final int VARYING = 740;
  static final int VERBOSE = 741;
  static final int VERSION = 742;
  static final int VIEW = 743;
  static final int VIEWS = 744;
  static final int VOLATILE = 745;
  static final int WHEN = 746;
  static final int WHERE = 747;
  static final int WHITESPACE = 748;
  static final int WINDOW = 749;
  static final int WITH = 750;
  static final int WITHIN = 751;
  static final int WITHOUT = 752;
  static final int WORK = 753;
  static final int WRAPPER = 754;
  static final int WRITE = 755;
  static final int XML = 756;
  static final int XMLATTRIBUTES = 757;
  static final int XMLCONCAT = 758;
  static final int XMLELEMENT = 759;
  static final int XMLEXISTS = 760;
  static final int XMLFOREST = 761;
  static final int XMLNAMESPACES = 762;
  static final int XMLPARSE = 763;
  static final int XMLPI = 764;
  static final int XMLROOT = 765;
  static final int XMLSERIALIZE = 766;
  static final int XMLTABLE = 767;
  static final int YEAR = 768;
  static final int YES = 769;
  static final int ZONE = 770;
  static final int CONDITIONAL = 771;
  static final int EMPTY = 772;
  static final int ENFORCED = 773;
  static final int ERROR = 774;
  static final int JSON_EXISTS = 775;
  static final int JSON_QUERY = 776;
  static final int JSON_SCALAR = 777;
  static final int JSON_SERIALIZE = 778;
  static final int JSON_TABLE = 779;
  static final int JSON_VALUE = 780;
  static final int KEEP = 781;
  static final int MERGE_ACTION = 782;
  static final int NESTED = 783;
  static final int OBJECTS = 784;
  static final int OMIT = 785;
  static final int PATH = 786;
  static final int PERIOD = 787;
  static final int PLAN = 788;
  static final int QUOTES = 789;
  static final int SOURCE = 790;
  static final int STRING = 791;
  static final int TARGET = 792;
  static final int UNCONDITIONAL = 793;
  static final int VIRTUAL = 794;

  /**
   * Every keyword with its category (U unreserved, C usable as a column name, T as a type or
   * function name, R reserved), a minus where it cannot be a column label without AS.
   */
  private static final String WORDS =
      "abort U absent U absolute U access U action U add U admin U after U aggregate U "
          + "all R also U alter U always U analyse R analyze R and R any R array R- as R- "
          + "asc R asensitive U assertion U assignment U asymmetric R at U atomic U attach U "
          + "attribute U authorization T backward U before U begin U between C bigint C "
          + "binary T bit C boolean C both R breadth U by U cache U call U called U "
          + "cascade U cascaded U case R cast R catalog U chain U char C- character C- "
          + "characteristics U check R checkpoint U class U close U cluster U coalesce C "
          + "collate R collation T column R columns U comment U comments U commit U "
          + "committed U compression U concurrently T configuration U conflict U "
          + "connection U constraint R constraints U content U continue U conversion U "
          + "copy U cost U create R- cross T csv U cube U current U current_catalog R "
          + "current_date R current_role R current_schema T current_time R "
          + "current_timestamp R current_user R cursor U cycle U data U database U day U- "
          + "deallocate U dec C decimal C declare U default R defaults U deferrable R "
          + "deferred U definer U delete U delimiter U delimiters U depends U depth U desc R "
          + "detach U dictionary U disable U discard U distinct R do R document U domain U "
          + "double U drop U each U else R enable U encoding U encrypted U end R enum U "
          + "escape U event U except R- exclude U excluding U exclusive U execute U exists C "
          + "explain U expression U extension U external U extract C false R family U "
          + "fetch R- filter U- finalize U first U float C following U for R- force U "
          + "foreign R format U forward U freeze T from R- full T function U functions U "
          + "generated U global U grant R- granted U greatest C group R- grouping C groups U "
          + "handler U having R- header U hold U hour U- identity U if U ilike T immediate U "
          + "immutable U implicit U import U in R include U including U increment U indent U "
          + "index U indexes U inherit U inherits U initially R inline U inner T inout C "
          + "input U insensitive U insert U instead U int C integer C intersect R- "
          + "interval C into R- invoker U is T isnull T- isolation U join T json U "
          + "json_array C json_arrayagg C json_object C json_objectagg C key U keys U "
          + "label U language U large U last U lateral R leading R leakproof U least C "
          + "left T level U like T limit R- listen U load U local U localtime R "
          + "localtimestamp R location U lock U locked U logged U mapping U match U "
          + "matched U materialized U maxvalue U merge U method U minute U- minvalue U "
          + "mode U month U- move U name U names U national C natural T nchar C new U next U "
          + "nfc U nfd U nfkc U nfkd U no U none C normalize C normalized U not R nothing U "
          + "notify U notnull T- nowait U null R nullif C nulls U numeric C object U of U "
          + "off U offset R- oids U old U on R- only R operator U option U options U or R "
          + "order R- ordinality U others U out C outer T over U- overlaps T- overlay C "
          + "overriding U owned U owner U parallel U parameter U parser U partial U "
          + "partition U passing U password U placing R plans U policy U position C "
          + "preceding U precision C- prepare U prepared U preserve U primary R prior U "
          + "privileges U procedural U procedure U procedures U program U publication U "
          + "quote U range U read U real C reassign U recheck U recursive U ref U "
          + "references R referencing U refresh U reindex U relative U release U rename U "
          + "repeatable U replace U replica U reset U restart U restrict U return U "
          + "returning R- returns U revoke U right T role U rollback U rollup U routine U "
          + "routines U row C rows U rule U savepoint U scalar U schema U schemas U scroll U "
          + "search U second U- security U select R sequence U sequences U serializable U "
          + "server U session U session_user R set U setof C sets U share U show U similar T "
          + "simple U skip U smallint C snapshot U some R sql U stable U standalone U "
          + "start U statement U statistics U stdin U stdout U storage U stored U strict U "
          + "strip U subscription U substring C support U symmetric R sysid U system U "
          + "system_user R table R tables U tablesample T tablespace U temp U template U "
          + "temporary U text U then R ties U time C timestamp C to R- trailing R "
          + "transaction U transform U treat C trigger U trim C true R truncate U trusted U "
          + "type U types U uescape U unbounded U uncommitted U unencrypted U union R- "
          + "unique R unknown U unlisten U unlogged U until U update U user R using R "
          + "vacuum U valid U validate U validator U value U values C varchar C variadic R "
          + "varying U- verbose T version U view U views U volatile U when R where R- "
          + "whitespace U window R- with R- within U- without U- work U wrapper U write U "
          + "xml U xmlattributes C xmlconcat C xmlelement C xmlexists C xmlforest C "
          + "xmlnamespaces C xmlparse C xmlpi C xmlroot C xmlserialize C xmltable C year U- "
          + "yes U zone U "
          + "conditional U empty U enforced U error U json_exists C json_query C "
          + "json_scalar C json_serialize C json_table C json_value C keep U merge_action "
          + "C nested U objects U omit U path U period U plan U quotes U source U string U "
          + "target U unconditional U virtual U ";

  /** The words that are keywords only from a major on; the others are keywords of every one. */
  private static final String LATER =
      "15 merge 15 matched 15 parameter 16 absent 16 format 16 indent 16 json "
          + "16 json_array 16 json_arrayagg 16 json_object 16 json_objectagg 16 keys "
          + "16 scalar 16 system_user 17 conditional 17 empty 17 error 17 json_exists "
          + "17 json_query 17 json_scalar 17 json_serialize 17 json_table 17 json_value "
          + "17 keep 17 merge_action 17 nested 17 omit 17 path 17 plan 17 quotes "
          + "17 source 17 string 17 target 17 unconditional 18 enforced 18 objects "
          + "18 period 18 virtual ";

  private static final int COUNT = 495;
  private static final int HASH_SIZE = 2048;
  private static final byte COL_ID = 1;
  private static final byte TYPE_FUNCTION_NAME = 2;
  private static final byte BARE_LABEL = 4;
  private static final byte RESERVED = 8;
  private static final String[] WORD_AT = new String[COUNT];
  private static final byte[] USES = new byte[COUNT];
  private static final byte[] SINCE = new byte[COUNT];
  private static final short[] BY_HASH = new short[HASH_SIZE];

  static {
    int at = 0;
    for (int i = 0; i < COUNT; i++) {
      int space = WORDS.indexOf(' ', at);
      int end = WORDS.indexOf(' ', space + 1);
      WORD_AT[i] = WORDS.substring(at, space).intern();
      USES[i] = uses(WORDS.charAt(space + 1), end - space > 2);
      enter(i);
      at = end + 1;
    }
    String[] later = LATER.split(" ");
    for (int i = 0; i < later.length; i += 2) {
      String word = later[i + 1];
      SINCE[lookup(word, 0, word.length(), Integer.MAX_VALUE) - BASE] = Byte.parseByte(later[i]);
    }
  }

  private Keyword() {}

  private static byte uses(char category, boolean needsAs) {
    int label = needsAs ? 0 : BARE_LABEL;
    return switch (category) {
      case 'U' -> (byte) (COL_ID | TYPE_FUNCTION_NAME | label);
      case 'C' -> (byte) (COL_ID | label);
      case 'T' -> (byte) (TYPE_FUNCTION_NAME | label);
      default -> (byte) (RESERVED | label);
    };
  }

  private static void enter(int index) {
    int slot = hash(WORD_AT[index], 0, WORD_AT[index].length());
    while (BY_HASH[slot] != 0) {
      slot = (slot + 1) & (HASH_SIZE - 1);
    }
    BY_HASH[slot] = (short) (index + 1);
  }

  private static int hash(String text, int start, int end) {
    int hash = 0;
    for (int i = start; i < end; i++) {
      hash = hash * 31 + (text.charAt(i) | 0x20);
    }
    return (hash ^ (hash >>> 11)) & (HASH_SIZE - 1);
  }

  /** The token of the major's keyword that stands from start to end; -1 if none does. */
  static int lookup(String text, int start, int end, int major) {
    int slot = hash(text, start, end);
    for (int entry = BY_HASH[slot]; entry != 0; entry = BY_HASH[slot]) {
      if (matches(WORD_AT[entry - 1], text, start, end)) {
        return SINCE[entry - 1] <= major ? BASE + entry - 1 : -1;
      }
      slot = (slot + 1) & (HASH_SIZE - 1);
    }
    return -1;
  }

  private static boolean matches(String name, String text, int start, int end) {
    int length = name.length();
    if (length != end - start) {
      return false;
    }
    for (int i = 0; i < length; i++) {
      char c = text.charAt(start + i);
      char folded = c >= 'A' && c <= 'Z' ? (char) (c + 32) : c;
      if (folded != name.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  /** The keyword's text, in lower case. */
  static String name(int token) {
    return WORD_AT[token - BASE];
  }

  static boolean isKeyword(int token) {
    return token >= BASE;
  }

  private static boolean has(int token, int use) {
    return token == Token.IDENT || (token >= BASE && (USES[token - BASE] & use) != 0);
  }

  /** Whether the token can be a {@code ColId}: a column, table or other name. */
  static boolean isColId(int token) {
    return has(token, COL_ID);
  }

  /** Whether the token can be a {@code type_function_name}. */
  static boolean isTypeFunctionName(int token) {
    return has(token, TYPE_FUNCTION_NAME);
  }

  /** Whether the token can be a {@code NonReservedWord}. */
  static boolean isNonReservedWord(int token) {
    return has(token, COL_ID | TYPE_FUNCTION_NAME);
  }

  /** Whether the token can be a {@code ColLabel}: any word at all. */
  static boolean isColLabel(int token) {
    return token == Token.IDENT || token >= BASE;
  }

  /** Whether the token can label a column without AS ({@code BareColLabel}). */
  static boolean isBareColLabel(int token) {
    return has(token, BARE_LABEL);
  }

  static boolean isReserved(int token) {
    return token >= BASE && (USES[token - BASE] & RESERVED) != 0;
  }
}
