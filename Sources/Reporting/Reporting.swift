import Economy
