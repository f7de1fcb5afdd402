/**
 * A certificate that no authority signed, for the name `faults.test` alone, with its key. It is valid until 2126 and good for
 * these tests only: anybody can read the key.
 */
export const certificate = {
  key: `-----BEGIN PRIVATE KEY-----
MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQghOQodagUbaA6waKO
MpliRB9wbHbG8Nk8Tolq53AMTjmhRANCAAQSS3UwoCn/cbPbzjz9E+s217mGb01x
0YpkEGFJPBGtFp8ooaQLT92NWHs61mbMgzMDfabUQJ9B2zrurz6jIJgn
-----END PRIVATE KEY-----
`,
  cert: `-----BEGIN CERTIFICATE-----
MIIBnDCCAUGgAwIBAgIUJxOOQ4K/qhSCZmSwbjca2aZBu4kwCgYIKoZIzj0EAwIw
FjEUMBIGA1UEAwwLZmF1bHRzLnRlc3QwIBcNMjYxMTI5MDUwODM2WhgPMjEyNjEx
MDUwNTA4MzZaMBYxFDASBgNVBAMMC2ZhdWx0cy50ZXN0MFkwEwYHKoZIzj0CAQYI
KoZIzj0DAQcDQgAEEkt1MKAp/3Gz2848/RPrNte5hm9NcdGKZBBhSTwRrRafKKGk
C0/djVh7OtZmzIMzA32m1ECfQds67q8+oyCYJ6NrMGkwHQYDVR0OBBYEFMVHdX7I
HQBL6PvJm9OcUH12yMUxMB8GA1UdIwQYMBaAFMVHdX7IHQBL6PvJm9OcUH12yMUx
MA8GA1UdEwEB/wQFMAMBAf8wFgYDVR0RBA8wDYILZmF1bHRzLnRlc3QwCgYIKoZI
zj0EAwIDSQAwRgIhAOQoDawb+acBjhLyU+ZSsnrN4nSDl3xWu+nX4AM+wh9FAiEA
rsrNFbqML3l4z3OYIqIOdNrxuElxEpMINbIWN+1L/Rk=
-----END CERTIFICATE-----
`,
} as const;
