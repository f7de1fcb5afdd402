/**
 * Which deployment of the chain answers: a name, or an object with exactly one key.
 *
 * Source: Baseten docs, "Inference API overview" and "Environments".
 */
export type Target = DeployedTarget | ContainerTarget;

/** A target that the platform serves: any but a container. */
export type DeployedTarget =
  | "production"
  | "development"
  | EnvironmentTarget
  | DeploymentTarget
  | RegionalEnvironmentTarget;

/** A named environment, by the path `/environments/{environment}`. */
export interface EnvironmentTarget {
  /** The name of the environment, sent as one path segment. */
  environment: string;
  deploymentId?: never;
  regionalEnvironment?: never;
  container?: never;
}

/** One deployment, by the path `/deployment/{deploymentId}`. */
export interface DeploymentTarget {
  /** The id of the deployment, sent as one path segment. */
  deploymentId: string;
  environment?: never;
  regionalEnvironment?: never;
  container?: never;
}

/** An environment that has its own host name: `chain-{chainId}-{regionalEnvironment}.api.baseten.co`. */
export interface RegionalEnvironmentTarget {
  /** The name of the environment: letters, digits and hyphens. */
  regionalEnvironment: string;
  environment?: never;
  deploymentId?: never;
  container?: never;
}

/** The model server itself, as local debug runs expose it. It needs no chain id and no API key. */
export interface ContainerTarget {
  /** The address of the server, such as `http://localhost:8080`. `/v1/models/model:predict` is appended. */
  container: string;
  environment?: never;
  deploymentId?: never;
  regionalEnvironment?: never;
}
