import type { Part, PlanVersion } from '../rules/plan';
import { versionBefore } from '../rules/timeline';
import { matchKey } from '../table/cell';
import { formerNames } from '../rules/former-names';

/** A part in its version. */
export interface PartOfVersion {
  readonly version: PlanVersion;
  readonly part: Part;
}

/**
 * The parts of the version before that a part takes over from: those with its name or a former name of it, or, where
 * each version has one part, that one. A part without a match takes over from none.
 */
export function matchesBefore(versions: readonly PlanVersion[], { version, part }: PartOfVersion): PartOfVersion[] {
  const before = versionBefore(versions, version);
  if (!before) return [];
  const names = new Set([part.name, ...formerNames(part)].map(matchKey));
  const named = before.parts.filter(({ name }) => names.has(matchKey(name)));
  const found = named.length === 0 && before.parts.length === 1 && version.parts.length === 1 ? before.parts : named;
  return found.map((one) => ({ version: before, part: one }));
}

/** The parts whose lines have counted before a part began: those it takes over from (`continues`), else all of the version before. */
export function countedBefore(versions: readonly PlanVersion[], one: PartOfVersion): { readonly parts: readonly PartOfVersion[]; readonly continues: boolean } {
  const matches = matchesBefore(versions, one);
  if (matches.length > 0) return { parts: matches, continues: true };
  const before = versionBefore(versions, one.version);
  return { parts: before ? before.parts.map((part) => ({ version: before, part })) : [], continues: false };
}

/** The parts of an earlier version that a part takes over from, directly or through versions in between. */
export function partsBefore(versions: readonly PlanVersion[], one: PartOfVersion, before: PlanVersion): readonly PartOfVersion[] {
  let now: readonly PartOfVersion[] = [one];
  for (const version of versionsBefore(versions, one.version)) {
    now = now.flatMap((later) => matchesBefore(versions, later));
    if (version === before) return now;
  }
  return [];
}

/**
 * The earlier parts whose pay a part takes back: those that it takes over from, directly or through versions in
 * between; and for the first part of its version all those that nobody takes over from.
 */
export function takesBackFrom(versions: readonly PlanVersion[], { version, part }: PartOfVersion): PartOfVersion[] {
  const found: PartOfVersion[] = [];
  let heirs: { readonly heir: Part; readonly now: readonly PartOfVersion[] }[] = version.parts.map((heir) => ({ heir, now: [{ version, part: heir }] }));
  for (const before of versionsBefore(versions, version)) {
    const taken = new Set<Part>();
    heirs = heirs.map(({ heir, now }) => ({
      heir,
      now: now.flatMap((one) => matchesBefore(versions, one)).filter((match) => {
        const isFirst = !taken.has(match.part);
        taken.add(match.part);
        return isFirst;
      }),
    }));
    const orphans = before.parts.filter((candidate) => !taken.has(candidate)).map((orphan): PartOfVersion => ({ version: before, part: orphan }));
    const [first] = heirs;
    // Whoever inherits an orphan inherits what the orphan had inherited.
    if (first) heirs[0] = { heir: first.heir, now: [...first.now, ...orphans] };
    found.push(...(heirs.find(({ heir }) => heir === part)?.now ?? []));
  }
  return found;
}

function* versionsBefore(versions: readonly PlanVersion[], version: PlanVersion): Generator<PlanVersion> {
  for (let before = versionBefore(versions, version); before; before = versionBefore(versions, before)) yield before;
}
