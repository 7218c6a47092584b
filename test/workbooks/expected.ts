/** What is right for each of the small workbooks: who is paid what, what is said about it, and how the command ends. */
export interface Expected {
  /** The period, and whether it is settled or scored. */
  readonly period?: string;
  readonly scores?: Readonly<Record<string, number>>;
  readonly pay?: Readonly<Record<string, number>>;
  /** What `check` says besides. */
  readonly told?: readonly RegExp[];
  /** What `check` never says. */
  readonly silent?: readonly RegExp[];
  /** Nothing can be settled: the command ends with 1 and says this. */
  readonly refused?: readonly RegExp[];
}

const BOTH = { Amy: 100, Ben: 50 } as const;

/** Two orders (Amy 1,000, Ben 500) at 10 % unless the file's point is another. */
export const workbooks: Readonly<Record<string, Expected>> = {
  title1: { pay: BOTH },
  title_below_note: { pay: BOTH },
  rules_title: { pay: { Amy: 50 } },
  months: { pay: BOTH, told: [/Jan.*Feb/] },
  months_named: { pay: BOTH, told: [/Feb/] },
  products: { pay: BOTH, told: [/Products/] },
  customers: { pay: BOTH, told: [/Customers/] },
  total_row: { pay: BOTH, told: [/Orders!A4/, /Total/] },
  total_row_people: { pay: { Amy: 100, Ben: 100 }, told: [/People!A4/, /合计/] },
  merged_amount: { pay: { Amy: 90, Ben: 0 }, told: [/merged/] },
  amount_pctfmt: { pay: BOTH },
  pct_literal: { pay: { Amy: 50, Ben: 25 }, told: [/5%/] },
  pct_number: { told: [/Write 5% or 0\.05/] },
  pct_text_rate: { pay: { Amy: 50 } },
  nocache: { pay: { Amy: 100 }, told: [/Orders!F2/, /no stored result.*worked out/] },
  nocache_date: { pay: { Amy: 100 }, told: [/Orders!B2/, /no stored result.*worked out/] },
  sv_shared: { pay: { Amy: 100 } },
  sv_udf: { pay: { Amy: 100 } },
  sv_names: { pay: { Amy: 100 } },
  sheetclose: { pay: { Amy: 100 } },
  strict: { pay: { Amy: 100 } },
  drawing1c: { pay: { Amy: 100 } },
  prefixed: { pay: BOTH },
  lastrow: { pay: BOTH },
  lastrow33: { pay: BOTH },
  farcol: { pay: { Amy: 5000 } },
  oddpart: { pay: BOTH },
  hdr_dot: { pay: BOTH },
  hdr_zh: { pay: BOTH },
  hdr_star: { pay: BOTH },
  hdr_date: { pay: BOTH },
  hidden_old: { pay: BOTH, told: [/Orders \(old\)/] },
  hidden_rules: { refused: [/hidden/, /Rules/] },
  norders: { refused: [/Sales log/, /When/, /Who/, /How much/] },
  noowner: { refused: [/Owner/] },
  named_offset: { pay: BOTH },
  named_table: { pay: BOTH },
  merged_header: { pay: { Amy: 50 } },
  text_after: { pay: BOTH },
  side: { pay: BOTH },
  below: { pay: { Amy: 105, Ben: 50 } },
  // 1,000 + 500 + 1,000 × 4 are read; 1.234,56 stands among numbers with a decimal point, 约1000 is about 1,000.
  amt_text: { pay: { Amy: 550 }, told: [/Orders!D4/, /Orders!D8/] },
  // Eleven of fourteen dates are certain; 03/02/2026, 26/3/2 and the month 2026-03 are named.
  date_text: { pay: { Amy: 110 }, told: [/Orders!B7/, /Orders!B12/, /Orders!B13/] },
  amount_blank: { pay: { Amy: 50 }, told: [/Orders!D2/, /blank/] },
  dup_order: { pay: { Amy: 100 }, told: [/Orders!\w3/, /row 2/] },
  cols_dup: { refused: [/mean the same/] },
  false_filter: { pay: { Amy: 100, Ben: 0 } },
  false_typed: { pay: { Amy: 100, Ben: 0 } },
  pool_total_person: { pay: { Amy: 75, Ben: 75 }, told: [/People!A4/] },
  pool_total_order: { pay: { Amy: 10, Ben: 5 }, told: [/Orders!A4/] },
  bare: { refused: [/销售提成/, /姓名/] },
  prefilled: { pay: { Amy: 50 }, silent: [/row needs it/] },
  wb_zero_formula: { pay: { Amy: 100 } },
  tierbonus_only: { pay: { Amy: 50 } },
  fy_wide: { period: '2022-Q1', scores: { Amy: 60 }, silent: [/says the same/] },
  ytd_col: { period: '2022-Q1', scores: { Amy: 60 }, silent: [/says the same/] },
  month_names: { period: '2022-Q1', scores: { Amy: 60 } },
  market_wide: { period: '2026-03', scores: { Amy: 50 }, silent: [/Europe.*not a number/] },
  margin_wide: { period: '2026-03', scores: { Amy: 50 } },
  kpi_total_person: { period: '2022-01', scores: { Amy: 50 }, told: [/Total/] },
};

const SMALL = { Amy: 10, Ben: 20 } as const;

/** Files as they may be: the small plan (Amy 100, Ben 200 at 10 %), or one sentence that names the part or the cell. */
export const crafted: Readonly<Record<string, Expected>> = {
  t_ok: { pay: SMALL },
  t_formula_nocache: { pay: { Amy: 10, Ben: 20 }, told: [/Orders!D2/, /no stored result.*worked out/] },
  t_shared_nocache: { pay: { Amy: 10, Ben: 10 }, told: [/Orders!D2 +2 formulas/] },
  t_crc: { refused: [/xl\/worksheets\/sheet3\.xml/] },
  t_1904: { pay: { Amy: 10, Ben: 60 } },
  t_rich: { pay: SMALL },
  t_lastcell: { pay: SMALL },
  t_lastrow: { pay: SMALL, told: [/Orders/] },
  t_dim: { pay: SMALL },
  t_bigrow: { refused: [/xl\/worksheets\/sheet3\.xml/, /99999999/] },
  t_hidden: { pay: { Amy: 60, Ben: 20 }, told: [/hidden/] },
  t_shared: { pay: SMALL },
  t_stored: { pay: SMALL },
  t_bool_num: { pay: { Amy: 0, Ben: 0 }, told: [/Orders!D2/, /Orders!D3/] },
  t_nordinal: { pay: { Amy: 10 } },
  t_formula_err: { pay: { Amy: 0, Ben: 0 }, told: [/Orders!D2/, /Orders!D3/, /#REF!/] },
  t_inject: {},
  no_workbook: { refused: [/xl\/workbook\.xml/] },
  no_rels: { refused: [/xl\/_rels\/workbook\.xml\.rels/] },
  no_types: { told: [/Orders/] },
  no_styles: { told: [/Orders/] },
  no_shared: { refused: [/xl\/sharedStrings\.xml/] },
  broken_xml: { refused: [/xl\/worksheets\/sheet\d+\.xml/] },
  bitflip: { refused: [/xl\/worksheets\/sheet8\.xml/] },
  encrypted: { refused: [/password/] },
  csv_renamed: { refused: [/\.csv/] },
  empty: { refused: [/empty/] },
  lol: { refused: [/entit/] },
  external: { told: [/Orders/] },
};
