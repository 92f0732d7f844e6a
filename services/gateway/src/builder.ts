import SchemaBuilder from '@pothos/core';
import ComplexityPlugin from '@pothos/plugin-complexity';
import RelayPlugin from '@pothos/plugin-relay';
import ScopeAuthPlugin from '@pothos/plugin-scope-auth';
import type { GatewayContext } from './context.ts';
import { gatewayError } from './http/gateway-error.ts';

/** What a JSON value can be before the contracts have looked at it. */
type Text = { Input: string; Output: string };

export interface GatewayTypes {
  Context: GatewayContext;
  DefaultFieldNullability: false;
  AuthScopes: { signedIn: boolean };
  Connection: { totalCount: number };
  DefaultEdgesNullability: false;
  DefaultNodeNullability: false;
  Scalars: {
    ID: Text;
    Date: Text;
    DateTime: Text;
    Position: { Input: number; Output: number };
    SystemTime: { Input: string | number; Output: string | number };
    CountryCode: Text;
    ReportId: Text;
    RecommendationReference: Text;
    EntryId: Text;
    RewordingId: Text;
    ActionId: Text;
    EngagementId: Text;
    FollowUpId: Text;
    InstrumentId: Text;
    CommitmentId: Text;
  };
}

/**
 * The one schema builder of the gateway. A root field needs somebody signed in unless it says otherwise; what a field
 * costs is declared where the field is (see `limits/`).
 */
export const builder = new SchemaBuilder<GatewayTypes>({
  plugins: [ScopeAuthPlugin, RelayPlugin, ComplexityPlugin],
  defaultFieldNullability: false,
  complexity: { disabled: true, defaultComplexity: 0, defaultListMultiplier: 1 },
  relay: {
    nodeQueryOptions: false,
    nodesQueryOptions: false,
    nodesOnConnection: { complexity: { field: 1, multiplier: 1 } },
    edgesFieldOptions: { nullable: false, complexity: { field: 1, multiplier: 1 } },
    nodeFieldOptions: { nullable: false },
  },
  scopeAuth: {
    authorizeOnSubscribe: true,
    authScopes: ({ officer }) => ({ signedIn: officer !== null }),
    unauthorizedError: () => gatewayError('not-signed-in', 'Choose who you are on the sign-in page, then try again.'),
  },
});
