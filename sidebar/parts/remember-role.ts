import type { Role } from '../pane';
import { ROLES } from '../pane';

const KEY = 'meritsheet.role';

/** The role that was chosen on this machine; all pages where none was, or where nothing can be kept. */
export function rememberedRole(): Role {
  try {
    const kept = localStorage.getItem(KEY);
    return ROLES.find((role) => role === kept) ?? 'all';
  } catch {
    return 'all';
  }
}

export function rememberRole(role: Role): void {
  try {
    localStorage.setItem(KEY, role);
  } catch {
    // A host that keeps nothing: it is chosen again next time.
  }
}
