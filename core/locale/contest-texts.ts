/** What is said of contests; it comes with what pays them. */
export const contestTexts = {
  'step.rank': { en: 'Place {place} of {of} by {metric}: {figure}', zh: '{metric}排名第 {place}（共 {of}）：{figure}' },
  'step.rankTied': { en: 'Place {place} of {of} by {metric}, shared by {tied}: {figure}', zh: '{metric}排名并列第 {place}（{tied} 方并列，共 {of}）：{figure}' },
  'step.rankTeam': { en: 'Place {place} of {of} by {metric} of the team {team} ({figure}): the share of its prize', zh: '团队“{team}”{metric}排名第 {place}（共 {of}，{figure}）：分得奖金' },
  'why.rank': { en: 'place {place} of {of} by {metric}: {amount}', zh: '{metric}排名第 {place}（共 {of}）：奖 {amount}' },
  'why.rankTeam': { en: 'place {place} of {of} of {team} by {metric}: {amount}', zh: '{team}{metric}排名第 {place}（共 {of}）：分得 {amount}' },
} as const;
